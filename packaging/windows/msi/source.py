"""The installer's whole source for WiX 3: the frame written by hand, with files and defaults."""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from windows.msi.properties import (
    DEFAULTS,
    DEFAULTS_KEY,
    MEMORY_KEY,
    NOTHING,
    Default,
    Kind,
    forgettable_properties,
    told_properties,
)

SCHEMA = "http://schemas.microsoft.com/wix/2006/wi"
FRAME = Path(__file__).with_name("dzwonek.wxs")
UPGRADE_CODE = uuid.UUID("6F6B5A0C-3A0D-4F0B-9C43-2D7A1B5E8D21")
WINDOWS, CONSOLE = "Dzwonek.exe", "dzwonek.com"


def tag(name: str) -> str:
    """Give an element's name with its namespace, as ElementTree spells it."""
    return f"{{{SCHEMA}}}{name}"


def code(name: str) -> str:
    """Give the GUID of a part; the same in every version, as Windows Installer wants it."""
    return str(uuid.uuid5(UPGRADE_CODE, name)).upper()


def product_code(version: str) -> str:
    """Give the GUID by which Windows knows the installed version."""
    return code(f"product {version}")


def whole_source(program: Path, version: str) -> Element:
    """Give the source that installs the folder `program`; files are named from its parent.

    Raises ValueError for a version that Windows Installer cannot compare.
    """
    if not re.fullmatch(r"\d{1,3}\.\d{1,3}\.\d{1,5}", version):
        raise ValueError(f"{version!r} is no version for Windows Installer: 0.1.0 would be one")
    root = ElementTree.parse(FRAME).getroot()
    product = _only(root, "Product")
    product.set("Id", product_code(version))
    product.set("Version", version)
    for component in product.iter(tag("Component")):
        component.set("Guid", code(component.get("Id", "")))
    folder = _by_id(product, "Directory", "INSTALLDIR")
    _add_files(folder, program, program)
    _add_defaults(folder)
    _add_refusals(product)
    _add_memory(product, folder)
    _add_forgetting(product)
    _list_components(_only(product, "Feature"), folder.iter(tag("Component")))
    ElementTree.indent(root)
    return root


def write_source(root: Element, file: Path) -> None:
    """Write a source so that WiX reads it."""
    ElementTree.register_namespace("", SCHEMA)
    ElementTree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def _only(parent: Element, name: str) -> Element:
    found = parent.find(tag(name))
    assert found is not None, name
    return found


def _by_id(parent: Element, name: str, identity: str) -> Element:
    return next(each for each in parent.iter(tag(name)) if each.get("Id") == identity)


def _identity(kind: str, place: str) -> str:
    return kind + hashlib.sha256(place.encode()).hexdigest()[:20]


def _add_files(target: Element, folder: Path, program: Path) -> None:
    """Add a component for each file, so that each is repaired, counted and removed by itself."""
    for entry in sorted(folder.iterdir()):
        place = entry.relative_to(program).as_posix()
        if entry.is_dir():
            below = _identity("d", place)
            _add_files(
                SubElement(target, tag("Directory"), Id=below, Name=entry.name), entry, program
            )
        elif place != WINDOWS:  # the frame holds it, with its shortcut
            name = _identity("f", place)
            component = _component(target, name, place)
            source = f"{program.name}/{place}"
            SubElement(
                component, tag("File"), Id=name, Name=entry.name, Source=source, KeyPath="yes"
            )


def _component(folder: Element, identity: str, name: str) -> Element:
    return SubElement(folder, tag("Component"), Id=identity, Guid=code(name), Win64="yes")


def _add_defaults(folder: Element) -> None:
    for default in DEFAULTS:
        if default.kind is Kind.KEYS:
            only = f"{default.name} AND NOT {default.second}"
            both = f"{default.name} AND {default.second}"
            _default(folder, default, "", only, [default.name])
            _default(folder, default, "2", both, [default.name, default.second])
        else:
            _default(folder, default, "", default.name, [default.name])


def _default(
    folder: Element, default: Default, suffix: str, condition: str, properties: list[str]
) -> None:
    identity = f"{default.value}{suffix}"
    component = _component(folder, identity, identity)
    SubElement(component, tag("Condition")).text = condition
    texts = [f"[{name}]" for name in properties]
    value = _value(component, DEFAULTS_KEY, default.value, identity)
    match default.kind:
        case Kind.TEXT:
            value.attrib.update(Type="string", Value=texts[0])
        case Kind.NUMBER:
            value.attrib.update(Type="integer", Value=texts[0])
        case Kind.KEYS:
            value.attrib.update(Type="multiString")
            for text in texts:
                SubElement(value, tag("MultiStringValue")).text = text


def _value(component: Element, key: str, name: str, identity: str) -> Element:
    is_first = component.find(tag("RegistryValue")) is None
    value = SubElement(component, tag("RegistryValue"), Id=identity)
    value.attrib.update(Root="HKLM", Key=key, Name=name, KeyPath="yes" if is_first else "no")
    return value


def _add_memory(product: Element, folder: Element) -> None:
    """Keep what the installer was told, and let an upgrade that is told nothing say it again.

    The search's answer goes into a property of its own, since it would win over the command line
    (robmensching.com, "The WiX toolset's 'Remember Property' pattern").
    """
    sequences = [_only(product, "InstallUISequence"), _only(product, "InstallExecuteSequence")]
    for name in told_properties():
        remembered, recall = f"REMEMBERED{name}", f"Recall{name}"
        if name != "INSTALLDIR":  # that is a directory, and known to be public
            SubElement(product, tag("Property"), Id=name, Secure="yes")
        memory = SubElement(product, tag("Property"), Id=remembered, Secure="yes")
        search = SubElement(memory, tag("RegistrySearch"), Id=remembered, Root="HKLM")
        search.attrib.update(Key=MEMORY_KEY, Name=name, Type="raw", Win64="yes")
        SubElement(product, tag("CustomAction"), Id=recall, Property=name, Value=f"[{remembered}]")
        for sequence in sequences:
            custom = SubElement(sequence, tag("Custom"), Action=recall, After="AppSearch")
            custom.text = f"{remembered} AND NOT {name}"
        component = _component(folder, f"Memory{name}", f"memory {name}")
        SubElement(component, tag("Condition")).text = name
        value = _value(component, MEMORY_KEY, name, f"Memory{name}")
        value.attrib.update(Type="string", Value=f"[{name}]")


def _add_forgetting(product: Element) -> None:
    """Let a value be taken back: a property that is empty says the same as one that is not told."""
    sequences = [_only(product, "InstallUISequence"), _only(product, "InstallExecuteSequence")]
    for name in forgettable_properties():
        forget = f"Forget{name}"
        SubElement(product, tag("CustomAction"), Id=forget, Property=name, Value="")
        for sequence in sequences:
            custom = SubElement(sequence, tag("Custom"), Action=forget, After=f"Recall{name}")
            custom.text = f'{name} = "{NOTHING}"'
    for sequence in sequences:
        custom = SubElement(sequence, tag("Custom"), Action="AutostartUnlessToldOtherwise")
        custom.set("After", "ForgetAUTOSTART")
        custom.text = "NOT AUTOSTART"


def _add_refusals(product: Element) -> None:
    """Refuse in words what the program could not read; once installed, nothing is refused."""
    for default in DEFAULTS:
        if default.condition:
            name, allowed = default.name, default.allowed
            words = (
                f"{name}=[{name}] nie może być; dozwolone: {allowed}. "
                f"{name}=[{name}] cannot be; allowed: {allowed}."
            )
            condition = SubElement(product, tag("Condition"), Message=words)
            condition.text = f"Installed OR NOT {name} OR {default.condition}"


def _list_components(feature: Element, components: Iterable[Element]) -> None:
    known = {each.get("Id") for each in feature.iter(tag("ComponentRef"))}
    for component in components:
        identity = component.get("Id", "")
        if identity not in known:
            SubElement(feature, tag("ComponentRef"), Id=identity)
