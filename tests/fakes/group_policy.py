"""An administrator at the Group Policy Editor: reads the templates, and writes the registry.

What is written of which element is told in Microsoft's "ADMX schema"; of our templates' code this
knows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

SPACE = "{http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions}"
CONTROLS = {"text": "textBox", "enum": "dropdownList", "decimal": "decimalTextBox"}
CONTROLS |= {"multiText": "multiTextBox"}
REG_SZ, REG_EXPAND_SZ, REG_DWORD, REG_MULTI_SZ = 1, 2, 4, 7


@dataclass(frozen=True, slots=True)
class Written:
    """One value as the registry is given it; None deletes it."""

    key: str
    name: str
    kind: int
    value: object


class Editor:
    """Loads a template and its words, and refuses what the real editor would not show."""

    def __init__(self, admx: str, adml: str) -> None:
        self._template = Xml.fromstring(admx)
        words = Xml.fromstring(adml)
        self._strings = {s.attrib["id"]: s.text or "" for s in words.iter(f"{SPACE}string")}
        self._forms = {p.attrib["id"]: p for p in words.iter(f"{SPACE}presentation")}
        self._policies = {p.attrib["name"]: p for p in self._template.iter(f"{SPACE}policy")}

    @property
    def titles(self) -> dict[str, str]:
        """Give the title of each policy, as it stands in the editor's list."""
        return {name: self._said(p.attrib["displayName"]) for name, p in self._policies.items()}

    def enable(self, name: str, value: object = None) -> Iterator[Written]:
        """Enable a policy, with `value` in its control; an enum's is the item's number."""
        policy = self._policies[name]
        key = policy.attrib["key"]
        if "valueName" in policy.attrib:
            yield Written(key, policy.attrib["valueName"], *_constant(policy, "enabledValue"))
        for element in policy.iterfind(f"{SPACE}elements/*"):
            self._find_control(policy, element)
            yield Written(key, element.attrib["valueName"], *_typed(element, value))

    def disable(self, name: str) -> Iterator[Written]:
        """Disable a policy: its off value is written, and every element's value is deleted."""
        policy = self._policies[name]
        key = policy.attrib["key"]
        if "valueName" in policy.attrib:
            yield Written(key, policy.attrib["valueName"], *_constant(policy, "disabledValue"))
        for element in policy.iterfind(f"{SPACE}elements/*"):
            yield Written(key, element.attrib["valueName"], 0, None)

    def items(self, name: str) -> Mapping[str, int]:
        """Give the choices of a drop-down list by what is written, with their numbers."""
        found = self._policies[name].iterfind(f"{SPACE}elements/*/{SPACE}item")
        items = {}
        for number, item in enumerate(found):
            assert self._said(item.attrib["displayName"])
            items[item.findtext(f"{SPACE}value/{SPACE}string", "")] = number
        return items

    def _find_control(self, policy: Xml.Element, element: Xml.Element) -> None:
        form = re.fullmatch(r"\$\(presentation\.(\w+)\)", policy.attrib["presentation"])
        assert form is not None
        tag = element.tag.removeprefix(SPACE)
        controls = [
            control
            for control in self._forms[form[1]]
            if control.attrib.get("refId") == element.attrib["id"]
        ]
        assert [control.tag for control in controls] == [f"{SPACE}{CONTROLS[tag]}"]

    def _said(self, reference: str) -> str:
        found = re.fullmatch(r"\$\(string\.(\w+)\)", reference)
        assert found is not None, reference
        return self._strings[found[1]]


def _constant(policy: Xml.Element, tag: str) -> tuple[int, object]:
    value = policy.find(f"{SPACE}{tag}/{SPACE}decimal")
    assert value is not None
    return REG_DWORD, int(value.attrib["value"])


def _typed(element: Xml.Element, value: object) -> tuple[int, object]:
    match element.tag.removeprefix(SPACE):
        case "text":
            is_expandable = element.attrib.get("expandable") == "true"
            return REG_EXPAND_SZ if is_expandable else REG_SZ, str(value)
        case "decimal":
            number = int(str(value))
            assert int(element.attrib["minValue"]) <= number <= int(element.attrib["maxValue"])
            return REG_DWORD, number
        case "multiText":
            assert isinstance(value, list)
            return REG_MULTI_SZ, value
        case "enum":
            items = element.findall(f"{SPACE}item/{SPACE}value/{SPACE}string")
            assert isinstance(value, int)
            return REG_SZ, items[value].text
    raise AssertionError(element.tag)
