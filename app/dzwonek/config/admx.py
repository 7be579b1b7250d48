"""Group Policy templates, written from the one table of policies.

The shape follows Microsoft's "ADMX schema" (learn.microsoft.com, previous-versions, "Group Policy
ADMX Syntax Reference Guide"). Ids hold no dot or dash, which break the Group Policy Editor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

from dzwonek.config.policy_registry import POLICY_KEY
from dzwonek.config.policy_table import POLICIES, Policy, PolicyKind
from dzwonek.config.policy_texts import OPTIONAL_TEXTS, POLICY_TEXTS, PRODUCT_TEXTS
from dzwonek.config.settings import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES = tuple(POLICY_TEXTS)
NAMESPACE = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
PRODUCT = "Dzwonek"
SUPPORTED = "SUPPORTED_Dzwonek"


def admx() -> str:
    """Write `dzwonek.admx`: what the policies are and where in the registry they stand."""
    root = _root("policyDefinitions")
    spaces = Xml.SubElement(root, "policyNamespaces")
    Xml.SubElement(spaces, "target", prefix="dzwonek", namespace="Dzwonek.Policies.Dzwonek")
    Xml.SubElement(root, "resources", minRequiredRevision="1.0")
    definitions = Xml.SubElement(Xml.SubElement(root, "supportedOn"), "definitions")
    Xml.SubElement(definitions, "definition", name=SUPPORTED, displayName=_string(SUPPORTED))
    categories = Xml.SubElement(root, "categories")
    Xml.SubElement(categories, "category", name=PRODUCT, displayName=_string(PRODUCT))
    policies = Xml.SubElement(root, "policies")
    for entry in POLICIES:
        _add_policy(policies, entry)
    return _text(root)


def adml(language: str) -> str:
    """Write `<language>/dzwonek.adml`: the words; raises KeyError outside of LANGUAGES."""
    product, supported, about = PRODUCT_TEXTS[language]
    root = _root("policyDefinitionResources")
    Xml.SubElement(root, "displayName").text = product
    Xml.SubElement(root, "description").text = about
    resources = Xml.SubElement(root, "resources")
    strings = Xml.SubElement(resources, "stringTable")
    _add_string(strings, PRODUCT, product)
    _add_string(strings, SUPPORTED, supported)
    presentations = Xml.SubElement(resources, "presentationTable")
    usual = dict(paths())
    for entry in POLICIES:
        title, explanation = POLICY_TEXTS[language][entry.name]
        _add_string(strings, entry.name, title)
        if entry.is_optional:
            explanation = f"{explanation} {OPTIONAL_TEXTS[language]}"
        _add_string(strings, f"{entry.name}_Explain", explanation)
        for choice, name in _choices(entry):
            _add_string(strings, name, choice)
        _add_presentation(presentations, entry, title, usual.get(entry.path))
    return _text(root)


def _root(name: str) -> Xml.Element:
    return Xml.Element(name, {"xmlns": NAMESPACE, "revision": "1.0", "schemaVersion": "1.0"})


def _text(root: Xml.Element) -> str:
    Xml.indent(root)
    body = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'


def _string(name: str) -> str:
    return f"$(string.{name})"


def _add_string(table: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(table, "string", id=name).text = text


def _choices(entry: Policy) -> Iterator[tuple[str, str]]:
    """Pair each choice that is offered with the id of its string."""
    return ((choice, re.sub(r"\W", "_", f"{entry.name}_{choice}")) for choice in entry.offered)


def _add_policy(policies: Xml.Element, entry: Policy) -> None:
    name = entry.name
    policy = Xml.SubElement(
        policies,
        "policy",
        {
            "name": name,
            "class": "Both",
            "displayName": _string(name),
            "explainText": _string(f"{name}_Explain"),
            "key": POLICY_KEY,
        },
    )
    if entry.kind is PolicyKind.SWITCH:
        policy.set("valueName", name)
    else:
        policy.set("presentation", f"$(presentation.{name})")
    Xml.SubElement(policy, "parentCategory", ref=PRODUCT)
    Xml.SubElement(policy, "supportedOn", ref=SUPPORTED)
    if entry.kind is PolicyKind.SWITCH:
        for tag, value in (("enabledValue", "1"), ("disabledValue", "0")):
            Xml.SubElement(Xml.SubElement(policy, tag), "decimal", value=value)
    else:
        _add_element(Xml.SubElement(policy, "elements"), entry)


def _add_element(elements: Xml.Element, entry: Policy) -> None:
    """Add the value's own element, whose kind decides the registry's type."""
    tags = {
        PolicyKind.TEXT: "text",
        PolicyKind.CHOICE: "enum",
        PolicyKind.NUMBER: "decimal",
        PolicyKind.LIST: "multiText",
    }
    about = {"id": entry.name, "valueName": entry.name}
    if not entry.is_optional:
        about |= {"required": "true"}
    if entry.kind is PolicyKind.NUMBER:
        about |= {"minValue": str(entry.low), "maxValue": str(entry.high)}
    if entry.is_expandable:
        about |= {"expandable": "true"}  # REG_EXPAND_SZ
    element = Xml.SubElement(elements, tags[entry.kind], about)
    for choice, name in _choices(entry):
        item = Xml.SubElement(element, "item", displayName=_string(name))
        Xml.SubElement(Xml.SubElement(item, "value"), "string").text = choice


def _add_presentation(table: Xml.Element, entry: Policy, label: str, usual: object) -> None:
    """Add the control by which an administrator gives the value."""
    if entry.kind is PolicyKind.SWITCH:
        return
    presentation = Xml.SubElement(table, "presentation", id=entry.name)
    if entry.kind is PolicyKind.TEXT:
        box = Xml.SubElement(presentation, "textBox", refId=entry.name)
        Xml.SubElement(box, "label").text = label
        return
    tag, about = "multiTextBox", {}
    if entry.kind is PolicyKind.CHOICE:
        first = entry.offered.index(str(usual))
        tag, about = "dropdownList", {"noSort": "true", "defaultItem": str(first)}
    elif entry.kind is PolicyKind.NUMBER:
        tag, about = "decimalTextBox", {"defaultValue": str(usual)}
    Xml.SubElement(presentation, tag, about, refId=entry.name).text = label
