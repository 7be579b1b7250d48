"""Each guard round the tests goes red when a test does what it guards against."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[2]
CULPRITS = """
import logging, os, shutil, socket, threading, warnings
from pathlib import Path

def test_well_behaved(home, expected_warnings):
    assert Path.home() == home and not os.environ.get("DISPLAY")
    expected_warnings.append("queue is [a-z]+$")
    logging.getLogger("dzwonek.outbox").warning("the queue is locked")

def test_surprise_in_the_log():
    logging.getLogger("dzwonek.outbox").error("the queue is gone")

def test_silence(expected_warnings):
    expected_warnings.append("never said")

def test_thread_left():
    threading.Thread(target=threading.Event().wait, name="dzwonek-courier", daemon=True).start()

def test_far_address():
    try:
        socket.create_connection(("192.0.2.1", 25), timeout=5)
    except OSError:
        pass

def test_far_name():
    try:
        socket.getaddrinfo("twojanazwa.daktela.com", 443)
    except OSError:
        pass

def test_example_name():
    try:
        socket.getaddrinfo("smtp.firma.example", 25)
    except socket.gaierror:
        return
    raise AssertionError("found")

def test_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_warning():
    warnings.warn("old ways", DeprecationWarning)

def test_missing_program(component):
    component("no-such-program", "no-such-package")
"""
GUILTY = {
    "surprise_in_the_log": "unexpected in the log",
    "silence": "expected in the log, and not there",
    "thread_left": "threads left alive: dzwonek-courier",
    "far_address": "reached for another machine",
    "far_name": "reached for another machine",
    "warning": "old ways",
}
INNOCENT = ("well_behaved", "example_name", "loopback")


def verdicts(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    """Run the culprits under the project's own settings; give each one's failure, or ""."""
    (folder / "test_culprits.py").write_text(CULPRITS)
    record = folder / "record.xml"
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml")]
    plugin = ["-p", "tests.conftest", "-p", "no:cacheprovider", f"--junitxml={record}"]
    subprocess.run(
        [*command, *plugin, str(folder / "test_culprits.py")],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=False,
        stdout=subprocess.DEVNULL,
    )
    found: dict[str, str] = {}
    for case in ElementTree.parse(record).iter("testcase"):
        texts = [part.get("message", "") + (part.text or "") for part in case]
        name = case.get("name", "").removeprefix("test_")
        found[name] = found.get(name, "") + "".join(texts)
    return found


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the verdicts on a developer's machine."""
    return verdicts(tmp_path_factory.mktemp("culprits"), {"CI": ""})


@pytest.mark.parametrize(("name", "complaint"), GUILTY.items(), ids=GUILTY)
def test_a_culprit_is_caught(elsewhere: dict[str, str], name: str, complaint: str) -> None:
    assert complaint in elsewhere[name]


@pytest.mark.parametrize("name", INNOCENT)
def test_an_innocent_test_passes(elsewhere: dict[str, str], name: str) -> None:
    assert elsewhere[name] == ""


def test_a_missing_program_is_named_and_fails_only_in_continuous_integration(
    elsewhere: dict[str, str], tmp_path: Path
) -> None:
    reason = "needs no-such-program (apt-get install no-such-package)"
    assert reason in elsewhere["missing_program"]
    assert "Failed" not in elsewhere["missing_program"]
    in_integration = verdicts(tmp_path, {"CI": "true"})
    assert f"Failed: {reason}" in in_integration["missing_program"]
