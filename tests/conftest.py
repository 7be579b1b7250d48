"""What every test stands on: a home of its own, no desktop, no network, no noise, no threads left.

A test that wants a display or a bus gets it from the fixtures of its folder.
"""

from __future__ import annotations

import functools
import logging
import os
import re
import shutil
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.loopback import LoopbackGuard

# Decided before Qt is imported: a window in the test's own process is drawn into memory. A program
# that a test starts on a real display is not given this.
DESKTOP = {
    "QT_QPA_PLATFORM": "offscreen",
    "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
}
if sys.platform == "win32":  # the plugin draws with FreeType, which has to be told where to look
    DESKTOP["QT_QPA_FONTDIR"] = str(Path(os.environ["SYSTEMROOT"]) / "Fonts")
ABSENT = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_SESSION_TYPE", "DZWONEK_POLICY")
HOMES = {
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "DZWONEK_HOME": "dzwonek",
}
GUARD = pytest.StashKey[LoopbackGuard]()
OUTSIDE = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Take the developer's desktop and home away before anything of ours or of Qt is imported."""
    config.stash[OUTSIDE] = os.environ.copy()
    folder = Path(tempfile.mkdtemp(prefix="dzwonek-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ.update(DESKTOP)
    os.environ.update(_homes(folder))
    for name in ABSENT:
        os.environ.pop(name, None)
    config.stash[GUARD] = LoopbackGuard.installed()
    if sys.platform == "win32":
        _try_fewer_examples()


def _try_fewer_examples() -> None:
    """Let hypothesis try what Linux has tried at length already, and time nobody's first steps."""
    from hypothesis import settings

    settings.register_profile("windows", max_examples=25, deadline=None)
    settings.load_profile("windows")


@pytest.fixture(scope="session")
def _spare_homes() -> Iterator[list[Path]]:
    """Keep the homes that a test left as empty as it got them: most do, and new ones cost time."""
    spare: list[Path] = []
    yield spare
    for folder in spare:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, _spare_homes: list[Path]) -> Iterator[Path]:
    """Give each test an empty home, XDG folders and `DZWONEK_HOME`; the value is the home."""
    # Not under tmp_path: a socket's path may hold some hundred bytes, and that one is as long.
    folder = _spare_homes.pop() if _spare_homes else _new_home()
    homes = {variable: str(folder / name) for variable, name in HOMES.items()}
    for name, path in homes.items():
        monkeypatch.setenv(name, path)
    yield folder / HOMES["HOME"]
    if _is_untouched(folder):
        _spare_homes.append(folder)
    else:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def outside(pytestconfig: pytest.Config) -> dict[str, str]:
    """Give the environment as it was before the tests, for a program like pip that needs it."""
    return pytestconfig.stash[OUTSIDE].copy()


@pytest.fixture(autouse=True)
def _only_loopback(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that tried to reach another machine."""
    guard = request.config.stash[GUARD]
    guard.attempts.clear()
    yield
    if guard.attempts:
        pytest.fail(f"reached for another machine: {', '.join(guard.attempts)}")


@pytest.fixture
def expected_warnings() -> list[str]:
    """Hold a regular expression for each warning that the test means to cause.

    A test appends to the list; every expression has to find its record ("logger: message").
    """
    return []


@pytest.fixture(autouse=True)
def _no_surprise_in_the_log(expected_warnings: list[str]) -> Iterator[None]:
    """Fail a test in which Dzwonek logs a warning or an error that was not expected."""
    listener = _Listener()
    log = logging.getLogger("dzwonek")
    log.addHandler(listener)
    yield
    log.removeHandler(listener)
    surprises = [
        line for line in listener.lines if not any(re.search(p, line) for p in expected_warnings)
    ]
    unheard = [
        p for p in expected_warnings if not any(re.search(p, line) for line in listener.lines)
    ]
    if surprises:
        pytest.fail("unexpected in the log:\n" + "\n".join(surprises))
    if unheard:
        pytest.fail(f"expected in the log, and not there: {unheard}")


@pytest.fixture(autouse=True)
def _no_thread_left(home: Path) -> Iterator[None]:
    """Fail a test that leaves a thread of Dzwonek running."""
    before = set(threading.enumerate())
    yield
    left = [
        thread.name
        for thread in threading.enumerate()
        if thread not in before and thread.name.startswith("dzwonek")
    ]
    if left:
        pytest.fail(f"threads left alive: {', '.join(sorted(left))}")


@pytest.fixture(scope="session")
def component() -> Callable[[str, str], str]:
    """Find a program that a test needs: `component("Xvfb", "xvfb")` gives its path.

    Where it is missing the test is skipped and the summary names the Debian package; in
    continuous integration that is a failure.
    """

    places = [os.environ["PATH"], "/usr/sbin", "/sbin"]

    def find(program: str, package: str) -> str:
        path = shutil.which(program, path=os.pathsep.join(places))
        if path is None:
            reason = f"needs {program} (apt-get install {package})"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        return path

    return find


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


def _new_home() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="dz-"))
    _homes(folder)
    return folder


def _is_untouched(folder: Path) -> bool:
    """Say whether a home holds the empty folders that it was made of, and nothing else."""
    try:
        return all(set(os.listdir(folder / place)) == inside for place, inside in _made().items())
    except OSError:
        return False


@functools.cache
def _made() -> dict[Path, set[str]]:
    """Give each folder of a new home with the names of those within it."""
    names = [Path(name) for name in HOMES.values()]
    places = {place for name in names for place in (name, *name.parents)}
    inner = places - {Path()}
    return {place: {each.name for each in inner if each.parent == place} for place in places}


def _homes(folder: Path) -> dict[str, str]:
    for name in HOMES.values():
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    return {variable: str(folder / name) for variable, name in HOMES.items()}
