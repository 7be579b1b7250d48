"""The Group Policy templates, checked as the Group Policy Editor would."""

from __future__ import annotations

import re
import ssl
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from dzwonek.config.admx import LANGUAGES, NAMESPACE, adml, admx
from dzwonek.config.policy_registry import POLICY_KEY
from dzwonek.config.policy_table import BY_NAME, POLICIES, PolicyKind
from dzwonek.config.policy_texts import OPTIONAL_TEXTS, POLICY_TEXTS
from dzwonek.config.policy_values import allowed_values, checked
from dzwonek.config.settings import paths
from dzwonek.delivery.channels import channel_for
from dzwonek.delivery.server import SmtpServer
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.problem import Code, ProblemError

NS = {"p": NAMESPACE}
ELEMENTS = {
    PolicyKind.TEXT: ("text", "textBox"),
    PolicyKind.CHOICE: ("enum", "dropdownList"),
    PolicyKind.NUMBER: ("decimal", "decimalTextBox"),
    PolicyKind.LIST: ("multiText", "multiTextBox"),
}


@pytest.fixture(scope="module")
def template() -> Xml.Element:
    return Xml.fromstring(admx())


def words(language: str) -> Xml.Element:
    return Xml.fromstring(adml(language))


def references(template: Xml.Element, kind: str) -> set[str]:
    texts = [value for element in template.iter() for value in element.attrib.values()]
    return {found for text in texts for found in re.findall(rf"\$\({kind}\.([^)]*)\)", text)}


def test_both_languages_are_there() -> None:
    assert LANGUAGES == ("pl-PL", "en-US")
    for language in LANGUAGES:
        assert set(POLICY_TEXTS[language]) == {entry.name for entry in POLICIES}


def test_no_id_breaks_the_editor(template: Xml.Element) -> None:
    for root in (template, *map(words, LANGUAGES)):
        for element in root.iter():
            for attribute in ("id", "name", "refId", "valueName", "ref"):
                if attribute in element.attrib:
                    assert re.fullmatch(r"[A-Za-z0-9_]+", element.attrib[attribute])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_and_presentation_is_there_in_every_language(
    template: Xml.Element, language: str
) -> None:
    root = words(language)
    strings = [element.attrib["id"] for element in root.iterfind(".//p:string", NS)]
    presentations = [element.attrib["id"] for element in root.iterfind(".//p:presentation", NS)]
    assert len(strings) == len(set(strings))
    assert set(strings) == references(template, "string")
    assert len(presentations) == len(set(presentations))
    assert set(presentations) == references(template, "presentation")
    assert all(element.text for element in root.iterfind(".//p:string", NS))


def test_what_may_be_empty_can_be_left_empty_in_the_editor_and_is_what_the_program_takes(
    template: Xml.Element,
) -> None:
    required = {
        element.attrib["id"]: element.get("required")
        for element in template.iter()
        if "valueName" in element.attrib and "id" in element.attrib
    }
    optional = {entry.name for entry in POLICIES if entry.is_optional}
    assert {name for name, told in required.items() if told != "true"} == optional
    assert {"DeliveryMailUser", "DeliveryMailCaFile", "DeliveryMailProxy"} <= optional
    nothing = {PolicyKind.TEXT: "", PolicyKind.LIST: []}
    for entry in POLICIES:
        if entry.is_optional:
            assert checked(entry, nothing[entry.kind]) in ("", ())
    for language in LANGUAGES:
        told = {e.attrib["id"]: e.text or "" for e in words(language).iterfind(".//p:string", NS)}
        says_so = {name for name in optional if OPTIONAL_TEXTS[language] in told[f"{name}_Explain"]}
        assert says_so == optional


def test_every_reference_inside_the_template_resolves(template: Xml.Element) -> None:
    categories = {c.attrib["name"] for c in template.iterfind(".//p:category", NS)}
    supported = {d.attrib["name"] for d in template.iterfind(".//p:definition", NS)}
    policies = template.findall(".//p:policy", NS)
    assert {_ref(policy, "parentCategory") for policy in policies} <= categories
    assert {_ref(policy, "supportedOn") for policy in policies} <= supported


def _ref(policy: Xml.Element, tag: str) -> str:
    found = policy.find(f"p:{tag}", NS)
    assert found is not None
    return found.attrib["ref"]


def test_the_template_equals_the_table(template: Xml.Element) -> None:
    policies = template.findall(".//p:policy", NS)
    assert [policy.attrib["name"] for policy in policies] == [entry.name for entry in POLICIES]
    for policy, entry in zip(policies, POLICIES, strict=True):
        assert policy.attrib["key"] == POLICY_KEY
        elements = policy.find("p:elements", NS)
        if entry.kind is PolicyKind.SWITCH:
            assert policy.attrib["valueName"] == entry.name
            values = [value.attrib["value"] for value in policy.iterfind(".//p:decimal", NS)]
            assert values == ["1", "0"]
            assert elements is None
            continue
        assert elements is not None
        (element,) = elements
        assert element.tag == f"{{{NAMESPACE}}}{ELEMENTS[entry.kind][0]}"
        assert element.attrib["valueName"] == entry.name
        choices = tuple(value.text for value in element.iterfind("p:item/p:value/p:string", NS))
        assert choices == entry.offered
        bounds = (element.get("minValue"), element.get("maxValue"))
        is_number = entry.kind is PolicyKind.NUMBER
        assert bounds == ((str(entry.low), str(entry.high)) if is_number else (None, None))


def test_only_channels_that_are_built_are_offered(template: Xml.Element) -> None:
    offered = template.findall(".//p:enum[@id='DeliveryChannel']//p:string", NS)
    assert [item.text for item in offered] == ["mail"]
    entry = BY_NAME["DeliveryChannel"]
    assert allowed_values(entry) == "mail"
    for name in entry.choices:
        assert is_built(name) is (name in entry.offered)


def is_built(name: str) -> bool:
    """Ask those who would carry the reports."""
    server = SmtpServer("smtp.firma.example", 465, "tls", "", "dzwonek@firma.example")
    try:
        channel_for(name, server, lambda: "x", ssl.create_default_context, SystemClock())
    except ProblemError as error:
        return error.problem.code is not Code.CHANNEL_NOT_BUILT
    return True


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_element_has_its_control_with_the_settings_default(language: str) -> None:
    root = words(language)
    usual = dict(paths())
    for entry in POLICIES:
        presentation = root.find(f".//p:presentation[@id='{entry.name}']", NS)
        if entry.kind is PolicyKind.SWITCH:
            assert presentation is None
            continue
        assert presentation is not None
        (control,) = presentation
        assert control.tag == f"{{{NAMESPACE}}}{ELEMENTS[entry.kind][1]}"
        assert control.attrib["refId"] == entry.name
        assert "".join(control.itertext()).strip() == POLICY_TEXTS[language][entry.name][0]
        if entry.kind is PolicyKind.NUMBER:
            assert control.attrib["defaultValue"] == str(usual[entry.path])
        if entry.kind is PolicyKind.CHOICE:
            assert entry.offered[int(control.attrib["defaultItem"])] == usual[entry.path]


def test_every_policy_is_for_computers_and_users_as_both_are_read(template: Xml.Element) -> None:
    classes = {policy.attrib["class"] for policy in template.findall(".//p:policy", NS)}
    assert classes == {"Both"}


def test_the_templates_are_whole_files_that_say_their_encoding(tmp_path: Path) -> None:
    for text in (admx(), *map(adml, LANGUAGES)):
        file = tmp_path / "a.xml"
        file.write_text(text, encoding="utf-8")
        assert Xml.parse(file).getroot().tag.startswith(f"{{{NAMESPACE}}}policyDefinition")


def test_no_value_is_written_where_other_programs_have_theirs(template: Xml.Element) -> None:
    keys = {element.attrib["key"] for element in template.iter() if "key" in element.attrib}
    assert keys == {r"Software\Policies\Dzwonek\Dzwonek"}
