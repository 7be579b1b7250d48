"""What `dzwonek doctor` looks at and how it tells."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dzwonek.diagnostics.doctor import PROBES, LesserError, Parts, Probe, examine
from dzwonek.diagnostics.findings import Finding, Findings, Mark, Values, as_json
from dzwonek.domain.problem import Code, Problem, trouble

NOW = datetime(2026, 2, 27, 14, 55, tzinfo=UTC)
USAGE = namedtuple("USAGE", "total used free")


class StoppedClock:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> timedelta:
        return timedelta(0)


@pytest.fixture
def parts(tmp_path: Path) -> Callable[..., Parts]:
    def build(**about: object) -> Parts:
        usual: dict[str, object] = {
            "clock": StoppedClock(),
            "versions": {"dzwonek": "0.1.0", "python": "3.11"},
            "folders": {"state": tmp_path},
            "settings_file": tmp_path / "settings.toml",
        }
        return Parts(**{**usual, **about})  # type: ignore[arg-type]  # a test's own choice

    return build


def one(findings: Findings, name: str) -> Finding:
    (found,) = [check for check in findings.checks if check.id == name]
    return found


def fails(code: Code, **values: str) -> Probe:
    def probe() -> Values:
        raise trouble(code, **values)

    return probe


def test_all_is_well_where_nothing_is_wrong(parts: Callable[..., Parts], tmp_path: Path) -> None:
    findings = examine(parts(probes={"mail": lambda: {"host": "smtp.firma.example"}}))
    assert [check.id for check in findings.checks] == [
        "versions",
        "folder.state",
        "settings",
        "policy",
        "mail",
    ]
    assert findings.mark is Mark.OK
    assert findings.at == NOW
    assert one(findings, "folder.state").values["path"] == str(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "mark"),
    [
        (Code.MAIL_UNREACHABLE, Mark.FAIL),
        (Code.MAIL_NOT_CONFIGURED, Mark.FAIL),
        (Code.PROFILE_UNKNOWN, Mark.FAIL),
        (Code.QUEUE_KEY_FORBIDDEN, Mark.FAIL),
        (Code.DAKTELA_UNREACHABLE, Mark.WARN),
        (Code.DAKTELA_NOT_SIGNED_IN, Mark.WARN),
        (Code.QUEUE_KEY_IN_FILE, Mark.WARN),
        (Code.KEYRING_MISSING, Mark.WARN),
        (Code.NO_TRAY, Mark.WARN),
        (Code.CAPTURE_WAYLAND, Mark.WARN),
        (Code.POLICY_INVALID_VALUE, Mark.WARN),
        (Code.POLICY_RECIPIENTS_INVALID, Mark.FAIL),
        (Code.STORE_REBUILT, Mark.WARN),
    ],
)
def test_what_keeps_a_report_in_fails_and_what_costs_comfort_warns(
    parts: Callable[..., Parts], code: Code, mark: Mark
) -> None:
    findings = examine(parts(probes={"x": fails(code, host="h.example")}))
    assert one(findings, "x") == Finding("x", mark, Problem(code, {"host": "h.example"}))
    assert findings.mark is mark


def test_a_trouble_beside_which_reports_go_out_warns(parts: Callable[..., Parts]) -> None:
    def probe() -> Values:
        raise LesserError(Problem(Code.STORE_NEWER))

    assert one(examine(parts(probes={"outbox": probe})), "outbox").mark is Mark.WARN
    assert one(examine(parts(probes={"outbox": fails(Code.STORE_NEWER)})), "outbox").mark == "fail"


def test_troubles_already_known_are_told_one_by_one(parts: Callable[..., Parts]) -> None:
    unknown = Problem(Code.SETTINGS_UNKNOWN_KEY, {"key": "a", "nearest": ""})
    policy = Problem(Code.POLICY_UNREADABLE, {"path": "/etc/dzwonek/policy.toml"})
    findings = examine(
        parts(
            settings_problems=(unknown, unknown),
            policy_problems=(policy,),
            policy_source="/etc/dzwonek/policy.toml",
            locked=frozenset({"b", "a"}),
        )
    )
    told = [(check.id, check.mark) for check in findings.checks if check.problem]
    assert told == [("settings", Mark.WARN), ("settings", Mark.WARN), ("policy", Mark.FAIL)]
    assert one(findings, "policy").values["locked"] == "a, b"
    assert findings.mark is Mark.FAIL


def test_a_folder_that_cannot_be_written_fails(parts: Callable[..., Parts], tmp_path: Path) -> None:
    findings = examine(parts(folders={"data": tmp_path / "gone"}))
    problem = one(findings, "folder.data").problem
    assert problem is not None
    assert problem.code is Code.DISK_FAILED
    assert problem.values == {"path": str(tmp_path / "gone"), "reason": "ENOENT"}


def test_a_disk_that_is_nearly_full_fails(
    parts: Callable[..., Parts], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda path: USAGE(10**9, 10**9, 1000))
    found = one(examine(parts()), "folder.state")
    assert found.mark is Mark.FAIL
    assert found.problem is not None
    assert found.problem.code is Code.DISK_FULL
    assert found.problem.values["free"] == 1000


def test_a_probe_that_breaks_is_told_and_the_others_go_on(
    parts: Callable[..., Parts], expected_warnings: list[str]
) -> None:
    expected_warnings.append("the check daktela broke")
    findings = examine(
        parts(probes={"daktela": lambda: {"x": 1 // 0}, "mail": lambda: {"host": "h"}})
    )
    broken = one(findings, "daktela")
    assert (broken.mark, broken.values) == (Mark.FAIL, {"error": "ZeroDivisionError"})
    assert one(findings, "mail").mark is Mark.OK


def test_the_json_is_versioned_and_plain(parts: Callable[..., Parts]) -> None:
    probes = {"mail": fails(Code.MAIL_LATE, host="smtp.firma.example")}
    document = json.loads(as_json(examine(parts(probes=probes))))
    assert set(document) == {"version", "at", "mark", "checks"}
    assert document["version"] == 1
    assert document["at"] == "2026-02-27T14:55:00+00:00"
    assert document["mark"] == "fail"
    assert document["checks"][-1] == {
        "id": "mail",
        "mark": "fail",
        "problem": {"code": "mail_late", "values": {"host": "smtp.firma.example"}},
        "values": {},
    }


def test_the_formats_page_names_every_check() -> None:
    page = Path(__file__).parents[3] / "docs" / "formats.md"
    text = page.read_text(encoding="utf-8")
    for name in ("versions", "folder.", "settings", "policy", *PROBES):
        assert f"`{name}" in text, name
