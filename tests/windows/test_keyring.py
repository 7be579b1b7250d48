"""Secrets in this computer's own Credential Manager."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import pytest

assert sys.platform == "win32"

from dzwonek.config.secrets import KeyringBox  # noqa: E402 - Windows alone
from dzwonek.config.secrets.backends import WINDOWS_NAME  # noqa: E402
from dzwonek.config.secrets.credential_manager import (  # noqa: E402
    CRED_PERSIST_LOCAL_MACHINE,
    target_of,
)
from dzwonek.domain.problem import Code, ProblemError  # noqa: E402

SERVICE = "Dzwonek-test"
PATIENT = timedelta(minutes=1)  # loading the backend counts, and the computer may be busy
NAMES = ("mail", "daktela", "queue-key-1")


class Entry(ctypes.Structure):
    """CREDENTIALW."""

    _fields_ = (
        ("flags", ctypes.c_uint32),
        ("kind", ctypes.c_uint32),
        ("target", ctypes.c_wchar_p),
        ("comment", ctypes.c_wchar_p),
        ("written", ctypes.c_uint32 * 2),
        ("length", ctypes.c_uint32),
        ("blob", ctypes.c_void_p),
        ("persist", ctypes.c_uint32),
        ("attribute_count", ctypes.c_uint32),
        ("attributes", ctypes.c_void_p),
        ("alias", ctypes.c_wchar_p),
        ("user", ctypes.c_wchar_p),
    )


@pytest.fixture
def box() -> Iterator[KeyringBox]:
    box = KeyringBox(PATIENT, service=SERVICE)
    yield box
    for name in NAMES:
        box.forget(name)


def test_polish_letters_come_back_in_another_process(box: KeyringBox) -> None:
    assert box.describe().name == WINDOWS_NAME
    box.write("mail", "zażółć gęślą jaźń 🔔")
    asked = (
        "from datetime import timedelta; from dzwonek.config.secrets import KeyringBox;"
        f"box = KeyringBox(timedelta(minutes=1), service={SERVICE!r});"
        "print(ascii(box.read('mail')))"
    )
    told = subprocess.run(
        (sys.executable, "-c", asked), stdout=subprocess.PIPE, text=True, check=True
    )
    assert told.stdout.strip() == ascii("zażółć gęślą jaźń 🔔")


def test_a_secret_never_leaves_this_computer_and_keeps_its_name(box: KeyringBox) -> None:
    for value in ("first", "second"):
        for name in NAMES:
            box.write(name, f"{name} {value}")
    assert entries() == {  # and no copy of the first
        target_of(SERVICE, name): (name, CRED_PERSIST_LOCAL_MACHINE) for name in NAMES
    }
    assert [box.read(name) for name in NAMES] == [f"{name} second" for name in NAMES]


def test_what_is_forgotten_is_gone(box: KeyringBox) -> None:
    box.write("mail", "x")
    box.forget("mail")
    box.forget("mail")
    assert box.read("mail") is None
    assert entries() == {}


def test_what_windows_could_not_hold_is_refused_before_it_is_tried(box: KeyringBox) -> None:
    box.write("mail", "ż" * 1280)
    assert box.read("mail") == "ż" * 1280
    with pytest.raises(ProblemError) as failure:
        box.write("mail", "ż" * 1279 + "🔔")
    assert failure.value.problem.code is Code.KEYRING_REFUSED
    assert box.read("mail") == "ż" * 1280


def entries() -> dict[str, tuple[str, int]]:
    """Give user and persistence of each entry of the tests' service, by its name."""
    advapi32 = ctypes.WinDLL("advapi32")
    count, found = ctypes.c_uint32(), ctypes.POINTER(ctypes.POINTER(Entry))()
    if not advapi32.CredEnumerateW(f"{SERVICE}*", 0, ctypes.byref(count), ctypes.byref(found)):
        return {}
    listed = [found[at].contents for at in range(count.value)]
    told = {entry.target: (entry.user, entry.persist) for entry in listed}
    advapi32.CredFree(found)
    return told
