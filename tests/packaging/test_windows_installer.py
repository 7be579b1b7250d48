"""The installer's source says what the program relies on, and wixl's tables say all of it."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from dzwonek.cli.parser import WISHES
from dzwonek.config.policy_registry import DEFAULTS_KEY as READ_KEY
from dzwonek.config.policy_table import BY_NAME, PolicyKind
from dzwonek.desktop import autostart_windows
from dzwonek.desktop.identity_windows import APP_USER_MODEL_ID
from windows.msi import rows, wix, wixl
from windows.msi.properties import (
    DEFAULTS,
    DEFAULTS_KEY,
    MEMORY_KEY,
    NOTHING,
    Kind,
    forgettable_properties,
    told_properties,
)
from windows.msi.source import (
    FRAME,
    SCHEMA,
    UPGRADE_CODE,
    product_code,
    tag,
    whole_source,
    write_source,
)

KINDS = {Kind.TEXT: {PolicyKind.TEXT, PolicyKind.CHOICE}, Kind.NUMBER: {PolicyKind.NUMBER}}
KINDS[Kind.KEYS] = {PolicyKind.LIST}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a folder like the frozen program's, with its icon beside it."""
    folder = tmp_path / "Dzwonek"
    (folder / "lib" / "PySide6").mkdir(parents=True)
    for name in ("Dzwonek.exe", "dzwonek.com", "Dzwonek.pkg", "lib/PySide6/Qt6Core.dll"):
        (folder / name).write_bytes(name.encode())
    (tmp_path / "dzwonek.ico").write_bytes(b"icon")
    return folder


@pytest.fixture
def source(program: Path) -> Element:
    """Give the whole source of its installer."""
    return whole_source(program, "1.2.3")


def named(source: Element, element: str) -> dict[str, Element]:
    """Give the elements of one kind by their ids."""
    return {each.get("Id", ""): each for each in source.iter(tag(element))}


def test_each_default_bears_the_name_of_a_policy_of_its_kind() -> None:
    for default in DEFAULTS:
        policy = BY_NAME[default.value]
        assert policy.kind in KINDS[default.kind], default
        assert policy.path, f"{default.value} is no setting that could have a default"


def test_the_defaults_lie_where_the_program_reads_them_and_never_among_the_policies(
    source: Element,
) -> None:
    assert DEFAULTS_KEY == READ_KEY
    keys = {value.get("Key") for value in source.iter(tag("RegistryValue"))}
    assert keys == {DEFAULTS_KEY, MEMORY_KEY, autostart_windows.RUN}


def test_the_installers_autostart_is_the_one_that_the_program_shows_as_locked(
    source: Element,
) -> None:
    value = named(source, "RegistryValue")["Autostart"]
    assert (value.get("Root"), value.get("Key")) == ("HKLM", autostart_windows.RUN)
    assert value.get("Name") == autostart_windows.NAME
    assert value.get("Value") == '"[INSTALLDIR]Dzwonek.exe" --hidden'


def test_the_shortcut_bears_the_identity_that_the_program_takes(source: Element) -> None:
    (shortcut,) = source.iter(tag("Shortcut"))
    (identity,) = shortcut.findall(tag("ShortcutProperty"))
    assert identity.get("Key") == "System.AppUserModel.ID"
    assert identity.get("Value") == APP_USER_MODEL_ID


def test_every_file_is_a_component_of_its_own_and_every_component_is_installed(
    source: Element, program: Path
) -> None:
    files = [file.get("Source", "") for file in source.iter(tag("File"))]
    there = [file.relative_to(program.parent) for file in program.rglob("*") if file.is_file()]
    assert sorted(files) == sorted(file.as_posix() for file in there)
    components = named(source, "Component")
    assert {each.get("Id") for each in source.iter(tag("ComponentRef"))} == set(components)
    for name, component in components.items():
        keys = [each for each in component if each.get("KeyPath") == "yes"]
        assert len(keys) == 1, name
        assert component.get("Win64") == "yes", name


def test_every_identifier_is_one_of_windows_installer_and_says_one_thing(source: Element) -> None:
    for kind in ("Component", "File", "Directory", "Property", "CustomAction", "RegistryValue"):
        elements = list(source.iter(tag(kind)))
        assert len(named(source, kind)) == len(elements), kind
        for element in elements:
            assert re.fullmatch(r"[A-Za-z_][\w.]{0,71}", element.get("Id", "")), element.get("Id")
    codes = [each.get("Guid") for each in source.iter(tag("Component"))]
    assert len(set(codes)) == len(codes)


def test_codes_stay_from_version_to_version_but_for_the_products(program: Path) -> None:
    old, new = (whole_source(program, version) for version in ("1.2.3", "1.3.0"))
    codes = [[each.get("Guid") for each in one.iter(tag("Component"))] for one in (old, new)]
    assert codes[0] == codes[1]
    products = [next(one.iter(tag("Product"))) for one in (old, new)]
    assert products[0].get("Id") == product_code("1.2.3") != products[1].get("Id")
    assert {each.get("UpgradeCode") for each in products} == {str(UPGRADE_CODE).upper()}


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3rc1", "1000.0.0", ""])
def test_a_version_that_windows_installer_cannot_compare_is_refused(
    program: Path, version: str
) -> None:
    with pytest.raises(ValueError, match="no version"):
        whole_source(program, version)


def test_what_is_told_is_remembered_recalled_and_let_through_to_the_service(
    source: Element,
) -> None:
    properties, actions = named(source, "Property"), named(source, "CustomAction")
    values = named(source, "RegistryValue")
    for name in told_properties():
        search = properties[f"REMEMBERED{name}"].find(tag("RegistrySearch"))
        assert search is not None
        assert (search.get("Key"), search.get("Name")) == (MEMORY_KEY, name)
        assert actions[f"Recall{name}"].get("Property") == name
        assert values[f"Memory{name}"].get("Value") == f"[{name}]"
        assert name == "INSTALLDIR" or properties[name].get("Secure") == "yes"


def test_what_the_program_could_not_read_is_refused_before_anything_is_touched(
    source: Element,
) -> None:
    refused = {each.text: each.get("Message", "") for each in source.iter(tag("Condition"))}
    for default in DEFAULTS:
        policy = BY_NAME[default.value]
        assert default.choices == policy.choices
        assert (default.low, default.high) == (policy.low, policy.high)
        if default.condition:
            told = refused[f"Installed OR NOT {default.name} OR {default.condition}"]
            assert f"[{default.name}]" in told
            assert default.allowed in told
            assert len(f"Installed OR NOT {default.name} OR {default.condition}") <= 255


def test_the_oldest_windows_is_known_by_its_build_and_not_by_what_the_installer_is_told(
    source: Element,
) -> None:
    build = named(source, "Property")["WINDOWSBUILD"].find(tag("RegistrySearch"))
    assert build is not None
    assert build.get("Name") == "CurrentBuildNumber"
    conditions = [each.text or "" for each in source.iter(tag("Condition"))]
    assert "Installed OR (VersionNT64 AND WINDOWSBUILD >= 17763)" in conditions
    assert not [each for each in conditions if "VersionNT " in each]


def test_each_told_value_but_the_folder_can_be_taken_back(source: Element) -> None:
    actions = named(source, "CustomAction")
    for name in told_properties():
        if name != "INSTALLDIR":
            assert actions[f"Forget{name}"].get("Value") == ""
    customs = [each for each in source.iter(tag("Custom")) if each.get("Action") == "ForgetHOTKEY2"]
    assert {each.text for each in customs} == {f'HOTKEY2 = "{NOTHING}"'}
    assert len(customs) == len(rows.SEQUENCES)


def test_an_upgrade_asks_itself_only_where_the_restart_manager_is_switched_off(
    source: Element,
) -> None:
    customs = {each.get("Action", ""): each.text for each in source.iter(tag("Custom"))}
    actions = named(source, "CustomAction")
    for name, said in (("MakeWay", "--make-way"), ("ComeBack", "--come-back")):
        assert customs[name] == "WIX_UPGRADE_DETECTED AND NOT MsiRestartManagerSessionKey"
        assert actions[name].get("ExeCommand") == said
        assert said in WISHES
    assert "UPGRADINGPRODUCTCODE" in (customs["AskToEnd"] or "")


def test_texts_say_things_in_polish_and_in_english() -> None:
    frame = ElementTree.parse(FRAME).getroot()
    upgrade, condition = frame.find(f".//{{{SCHEMA}}}MajorUpgrade"), frame.find(f".//{tag('UI')}/*")
    assert upgrade is not None
    assert condition is not None
    for text in (upgrade.get("DowngradeErrorMessage", ""), condition.text or ""):
        assert re.search("[ąćęłńóśźż]", text), text
        assert re.search(r"\b(newer|stay)\b", text), text


def test_wixl_is_given_nothing_that_it_does_not_know(source: Element) -> None:
    reduced = wixl.reduce(source)
    told = ElementTree.tostring(reduced, encoding="unicode")
    assert told.isascii()
    for gone in ("ShortcutProperty", "ProgressText", "Secure=", "Schedule=", "multiString"):
        assert gone not in told
    assert "ShortcutProperty" in ElementTree.tostring(source, encoding="unicode")


def test_a_full_sequence_is_told_and_not_muddled(source: Element) -> None:
    numbers = {"AppSearch": 50, "LaunchConditions": 53, "CostFinalize": 1000}
    numbers |= {"InstallValidate": 1400, "InstallInitialize": 1500, "RemoveFiles": 3500}
    with pytest.raises(ValueError, match="no room"):
        list(rows.queries(source, dict.fromkeys(rows.SEQUENCES, numbers)))


def test_an_apostrophe_is_told_since_the_installers_sql_cannot_say_it(source: Element) -> None:
    (shortcut,) = source.iter(tag("Shortcut"))
    shortcut.set("Description", "Dzwonek's")
    with pytest.raises(ValueError, match="cannot be said"):
        list(rows.queries(source, {}))


def test_wix_is_called_with_the_whole_source(tmp_path: Path) -> None:
    whole, compiled = tmp_path / "dzwonek.wxs", tmp_path / "dzwonek.wixobj"
    compiler, linker = wix.commands(whole, compiled, Path("build"), Path("Dzwonek.msi"))
    assert compiler[-1] == str(whole)
    assert compiler[1:4] == ["-nologo", "-arch", "x64"]
    assert linker[-1] == str(compiled)
    assert linker[linker.index("-b") + 1] == "build"


def test_wix_is_found_by_its_variable_and_missed_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "candle.exe").touch()
    monkeypatch.setenv("WIX", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert wix.tool("candle") == str(tmp_path / "bin" / "candle.exe")
    with pytest.raises(FileNotFoundError, match="light is not here"):
        wix.tool("light")


@pytest.mark.skipif(sys.platform == "win32", reason="wixl is Linux's; WiX builds there")
class TestBuilt:
    """What wixl and msibuild make of it."""

    @pytest.fixture
    def installer(
        self, source: Element, program: Path, component: Callable[[str, str], str]
    ) -> Path:
        """Give the built installer."""
        component("wixl", "wixl")
        component("msibuild", "msitools")
        target = program.parent / "Dzwonek.msi"
        wixl.build(source, program.parent, target, program.parent)
        return target

    def test_every_condition_stands_at_its_component(
        self, installer: Path, source: Element
    ) -> None:
        written = {row[0]: row[4] for row in wixl.table(installer, "Component")}
        for name, component in named(source, "Component").items():
            assert written[name] == component.findtext(tag("Condition"), "")

    def test_actions_of_ours_come_in_their_order_and_at_their_places(self, installer: Path) -> None:
        for name in rows.SEQUENCES:
            numbers = wixl.sequence(installer, name)
            order = sorted(numbers, key=lambda action: numbers[action])
            recalls = [f"Recall{each}" for each in told_properties()]
            place = order.index("AppSearch")
            forgets = [f"Forget{each}" for each in forgettable_properties()]
            ours = [*recalls, *forgets, "AutostartUnlessToldOtherwise", "LaunchConditions"]
            assert order[place + 1 : place + 1 + len(ours)] == ours
        assert order.index("RemoveExistingProducts") == order.index("InstallInitialize") + 1
        assert order.index("AskToEnd") + 2 == order.index("InstallValidate")
        assert order.index("MakeWay") + 1 == order.index("InstallValidate")
        assert order.index("ComeBack") == order.index("InstallFinalize") + 1
        assert order.index("TellWhatStays") + 1 == order.index("RemoveFiles")

    def test_texts_keep_their_polish_letters(self, installer: Path, source: Element) -> None:
        refusal = next(source.iter(tag("MajorUpgrade"))).get("DowngradeErrorMessage")
        assert refusal in dict(wixl.table(installer, "LaunchCondition")).values()
        comments = named(source, "Property")["ARPCOMMENTS"].get("Value")
        assert dict(wixl.table(installer, "Property"))["ARPCOMMENTS"] == comments
        (told,) = wixl.table(installer, "ActionText")
        assert told[0] == "TellWhatStays"
        assert told[1] == "Niewysłane zgłoszenia zostają. Reports not sent yet stay."
        assert len(told[1]) <= 64, "Windows Installer takes no more"

    def test_the_shortcut_starts_the_file_and_bears_its_identity(self, installer: Path) -> None:
        (shortcut,) = wixl.table(installer, "Shortcut")
        assert shortcut[4] == "[#Dzwonek.exe]"
        (identity,) = wixl.table(installer, "MsiShortcutProperty")
        assert identity[1:] == ["StartMenu", "System.AppUserModel.ID", APP_USER_MODEL_ID]

    def test_lists_of_keys_replace_what_was_there(self, installer: Path) -> None:
        values = {row[0]: row[4] for row in wixl.table(installer, "Registry")}
        assert values["HotkeysReport"] == "[~][HOTKEY][~]"
        assert values["HotkeysReport2"] == "[~][HOTKEY][~][HOTKEY2][~]"
        assert values["DeliveryMailPort"] == "#[MAILPORT]"

    def test_properties_pass_to_the_service_that_installs(self, installer: Path) -> None:
        properties = dict(wixl.table(installer, "Property"))
        secure = set(properties["SecureCustomProperties"].split(";"))
        assert secure >= {name for name in told_properties() if name != "INSTALLDIR"}
        assert properties["ALLUSERS"] == "1"
        assert properties["REBOOT"] == "ReallySuppress"

    def test_a_failing_tool_is_no_installer(self, source: Element, program: Path) -> None:
        (program / "dzwonek.com").unlink()
        with pytest.raises(subprocess.CalledProcessError):
            wixl.build(source, program.parent, program.parent / "no.msi", program.parent)


def test_the_written_source_can_be_read_again(source: Element, tmp_path: Path) -> None:
    write_source(source, tmp_path / "dzwonek.wxs")
    again = ElementTree.parse(tmp_path / "dzwonek.wxs").getroot()
    assert ElementTree.tostring(again) == ElementTree.tostring(source)
