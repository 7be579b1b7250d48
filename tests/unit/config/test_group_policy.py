"""From the table through the templates and the registry back to what holds."""

from __future__ import annotations

import pytest

from dzwonek.config.admx import LANGUAGES, adml, admx
from dzwonek.config.policy import effective
from dzwonek.config.policy_places import windows_places
from dzwonek.config.policy_registry import MACHINE, USER
from dzwonek.config.policy_table import POLICIES, PolicyKind
from dzwonek.config.settings import DEFAULTS, paths
from tests.fakes.group_policy import REG_EXPAND_SZ, Editor
from tests.fakes.policy_choices import CHOSEN, control_value, holds
from tests.fakes.registry import MemoryRegistry


@pytest.fixture(params=LANGUAGES)
def editor(request: pytest.FixtureRequest) -> Editor:
    return Editor(admx(), adml(request.param))


@pytest.mark.parametrize("hive", [MACHINE, USER])
def test_what_an_administrator_enables_holds_for_every_policy(editor: Editor, hive: str) -> None:
    registry = MemoryRegistry()
    for entry in POLICIES:
        is_off = entry.kind is PolicyKind.SWITCH and not CHOSEN[entry.name]
        if is_off:
            wanted = editor.disable(entry.name)
        else:
            wanted = editor.enable(entry.name, control_value(editor, entry.name))
        for written in wanted:
            registry.put(hive, written.key, written.name, written.kind, written.value)
    found = effective(DEFAULTS, {}, windows_places(registry))
    assert found.problems == ()
    assert {name: one.value for name, one in found.fixed.items()} == {
        entry.name: holds(entry.name) for entry in POLICIES
    }
    settings = dict(paths(found.settings))
    assert all(settings[e.path] == holds(e.name) for e in POLICIES if e.path)
    assert found.locked == set(settings)


def test_each_policy_has_a_title_of_its_own(editor: Editor) -> None:
    titles = editor.titles
    assert set(titles) == {entry.name for entry in POLICIES}
    assert len(set(titles.values())) == len(titles)


def test_only_what_may_name_variables_is_written_to_be_expanded(editor: Editor) -> None:
    expandable = [
        entry.name
        for entry in POLICIES
        if entry.kind is PolicyKind.TEXT
        for written in editor.enable(entry.name, "x")
        if written.kind == REG_EXPAND_SZ
    ]
    assert expandable == ["OutboxFolder"]
