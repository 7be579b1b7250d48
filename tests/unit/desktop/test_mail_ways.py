"""Which ways lead to a mail program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dzwonek.desktop.mail_child import read_errand
from dzwonek.desktop.mail_ways import (
    CHOSEN,
    CHOSEN_ADDRESS,
    CLIENTS,
    ByAddress,
    ByFile,
    ByMapi,
    ByXdgEmail,
    ByXdgOpen,
    Files,
    Way,
)
from dzwonek.desktop.registry_windows import Hive
from dzwonek.domain.ports import Unsent
from tests.fakes.windows_registry import FakeRegistry

CHILD = (r"C:\Program Files\Dzwonek\Dzwonek.exe", "mail-window")
MESSAGE = Unsent("DZW-4K7QZM", ("a@b.example",), "Temat", "Treść", (), b"")
FILES = Files(r"C:\x\DZW-4K7QZM.eml", ((r"C:\x\files\0-e.png", "e.png"),))
LIBRARY = r"C:\Program Files\Post\post.dll"


@pytest.fixture
def registry() -> FakeRegistry:
    return FakeRegistry()


@pytest.mark.parametrize("chosen_in", [Hive.USER, Hive.COMPUTER])
@pytest.mark.parametrize("installed_in", [Hive.USER, Hive.COMPUTER])
@pytest.mark.parametrize("value", ["DLLPathEx", "DLLPath"])
def test_a_program_registered_for_mapi_gets_the_parts(
    registry: FakeRegistry, chosen_in: Hive, installed_in: Hive, value: str
) -> None:
    way = ByMapi(registry, CHILD)
    assert not way.is_there()
    registry.values[chosen_in, CLIENTS, ""] = "Post"
    assert not way.is_there()
    registry.values[installed_in, rf"{CLIENTS}\Post", value] = LIBRARY
    assert way.is_there()
    start = way.start(MESSAGE, FILES)
    assert start.command == CHILD
    errand = read_errand(start.told)
    assert (errand.way, errand.folder) == ("mapi", r"C:\Program Files\Post")
    assert errand.recipients == ("a@b.example",)
    assert (errand.subject, errand.text, errand.files) == ("Temat", "Treść", FILES.attachments)


def test_the_users_own_choice_goes_before_the_computers(registry: FakeRegistry) -> None:
    registry.values[Hive.COMPUTER, CLIENTS, ""] = "Other"
    registry.values[Hive.USER, CLIENTS, ""] = "Post"
    registry.values[Hive.COMPUTER, rf"{CLIENTS}\Other", "DLLPath"] = r"C:\other\o.dll"
    registry.values[Hive.COMPUTER, rf"{CLIENTS}\Post", "DLLPath"] = LIBRARY
    errand = read_errand(ByMapi(registry, CHILD).start(MESSAGE, FILES).told)
    assert errand.folder == r"C:\Program Files\Post"


@pytest.mark.parametrize(
    "value", [(Hive.USER, CHOSEN, "ProgId"), (Hive.CLASSES, ".eml", "")], ids=str
)
def test_a_file_is_opened_where_something_opens_such_files(
    registry: FakeRegistry, value: tuple[Hive, str, str]
) -> None:
    way = ByFile(registry, CHILD)
    assert not way.is_there()
    registry.values[value] = "Post.eml"
    assert way.is_there()
    errand = read_errand(way.start(MESSAGE, FILES).told)
    assert (errand.way, errand.place) == ("open", FILES.eml)


@pytest.mark.parametrize(
    "value",
    [(Hive.USER, CHOSEN_ADDRESS, "ProgId"), (Hive.CLASSES, r"mailto\shell\open\command", "")],
    ids=str,
)
def test_an_address_is_opened_where_something_opens_such_addresses(
    registry: FakeRegistry, value: tuple[Hive, str, str]
) -> None:
    way = ByAddress(registry, CHILD)
    assert not way.is_there()
    registry.values[value] = "post.exe %1"
    assert way.is_there()
    errand = read_errand(way.start(MESSAGE, FILES).told)
    assert errand.place == "mailto:a@b.example?subject=Temat&body=Tre%C5%9B%C4%87"


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    if sys.platform == "win32":
        pytest.skip("xdg-utils are freedesktop's")
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("xdg-open", "xdg-email"):
        program(folder / name, "exit 0")
    return folder


@pytest.mark.parametrize(
    ("kind", "way"),
    [("message/rfc822", ByXdgOpen), ("x-scheme-handler/mailto", ByXdgEmail)],
)
def test_on_linux_xdg_mime_is_asked(
    tools: Path, kind: str, way: type[ByXdgOpen] | type[ByXdgEmail]
) -> None:
    one: Way = way({"PATH": str(tools)})
    assert not one.is_there()  # nobody to be asked
    program(tools / "xdg-mime", f'[ "$3" = {kind} ] && echo post.desktop')
    assert one.is_there()
    program(tools / "xdg-mime", "exit 0")
    assert not one.is_there()


def test_on_linux_no_word_of_the_report_stands_in_the_list_of_processes(tools: Path) -> None:
    for way in (ByXdgOpen({"PATH": str(tools)}), ByXdgEmail({"PATH": str(tools)})):
        start = way.start(MESSAGE, FILES)
        assert os.path.isabs(start.command[0])
        assert FILES.eml in start.command
        assert not {"Temat", "Treść"} & set(start.command)


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
