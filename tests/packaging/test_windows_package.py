"""What the Windows program carries, how it starts, and what a release makes of it."""

from __future__ import annotations

import ast
import hashlib
import os
import random
import re
import struct
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import requests

from dzwonek import __released__, __version__
from dzwonek.ui.form.gates import RAW_KINDS
from pyinstaller import start
from pyinstaller.contents import EXCLUDED, is_wanted, own_modules, wanted, wanted_modules
from pyinstaller.icon import PNG_FROM, SIZES, icon
from pyinstaller.version_resource import four_numbers, version_resource
from windows import release
from windows.cycle import decoded
from windows.cycle_log import CycleError, Log
from windows.manifests import filled_in
from windows.msi.cabinet import BLOCK, Packed, cabinet
from windows.package import later
from windows.signatures import is_signed, unsigned

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "name",
    [
        r"PySide6\Qt6Core.dll",
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\plugins\imageformats\qjpeg.dll",
        r"PySide6\plugins\imageformats\qwebp.dll",
        r"PySide6\translations\qtbase_uk.qm",
        r"tzdata\zoneinfo\Europe\Warsaw",
        "python311.dll",
        r"keyring-25.7.0.dist-info\entry_points.txt",
        r"dzwonek\config\profiles\daktela-pl.toml",
    ],
)
def test_what_the_program_needs_is_carried(name: str) -> None:
    assert is_wanted(name)
    assert is_wanted(name.replace("\\", "/"))


@pytest.mark.parametrize(
    "name",
    [
        r"PySide6\opengl32sw.dll",
        r"PySide6\Qt6Network.dll",
        r"PySide6\plugins\platforms\qoffscreen.dll",
        r"PySide6\plugins\tls\qopensslbackend.dll",
        r"PySide6\translations\qtbase_de.qm",
        r"keyring-25.7.0.dist-info\RECORD",
        r"certifi\cacert.pem",
        r"charset_normalizer-3.4.0.dist-info\METADATA",
        r"tzdata\zoneinfo\tzdata.zi",
    ],
)
def test_what_nobody_needs_is_left_out(name: str) -> None:
    assert not is_wanted(name)
    assert wanted([(name, "source", "BINARY")]) == []


def test_what_the_form_takes_as_a_picture_the_program_can_read() -> None:
    plugins = {kind: f"q{kind.removeprefix('image/')}.dll" for kind in RAW_KINDS}
    built_in = {"image/png", "image/bmp"}  # in Qt6Gui itself
    for kind, plugin in plugins.items():
        assert kind in built_in or is_wanted(rf"PySide6\plugins\imageformats\{plugin}"), kind


def test_who_misses_what_is_left_out_says_it_in_the_words_that_are_silenced() -> None:
    told = Path(requests.__file__).read_text(encoding="utf-8")
    silenced = re.search(r'filterwarnings\("ignore", "([^"]+)"\)', Path(start.__file__).read_text())
    assert silenced is not None
    assert silenced[1] in told


def test_short_numbers_of_all_countries_stay_behind_and_the_long_ones_come_along() -> None:
    named = ["phonenumbers.data.region_PL", "phonenumbers.shortdata", "dzwonek.domain.phone"]
    short = "phonenumbers.shortdata.region_PL"
    carried = wanted_modules((name, "source", "PYMODULE") for name in (*named, short))
    assert [entry[0] for entry in carried] == named


def test_every_module_of_ours_is_carried_but_for_the_demonstration() -> None:
    names = set(own_modules(ROOT / "app"))
    assert {"dzwonek", "dzwonek.cli.doctor", "dzwonek.startup.tray.program"} <= names
    assert "dzwonek.resources_rc" in names
    assert not [name for name in names if name.startswith(("dzwonek.demo", "dzwonek.sandbox"))]
    assert not names & set(EXCLUDED)


# What is missed on Windows on purpose: other systems' own, and a reader of macOS's files.
MISSED = {"autostart_macos.py", "policy_reading.py", "x11.py"}


def test_nothing_that_we_import_is_left_out() -> None:
    files = [
        ROOT / "app" / Path(*name.split(".")).with_suffix(".py")
        for name in own_modules(ROOT / "app")
    ]
    missed = {
        (file.name, name)
        for file in filter(Path.exists, files)  # a package's own file holds its sentence
        for name in imported(file)
        if any(f"{name}.".startswith(f"{each}.") for each in EXCLUDED)
        and not name.startswith("dzwonek.")
    }
    assert {file for file, _ in missed} == MISSED, missed


def imported(file: Path) -> Iterator[str]:
    """Name the modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


WITHOUT = """
import sys

class LeftOut:
    def find_spec(self, name, path=None, target=None):
        if any(f"{name}.".startswith(f"{each}.") for each in sys.argv[1].split()):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, LeftOut())
from dzwonek.cli import main
for command in sys.argv[2:]:
    print(command.split()[1], main(command.split()))
"""


def test_commands_of_policies_need_nothing_that_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("Autostart = true\n", encoding="utf-8")
    (tmp_path / "a.plist").write_text("<plist/>", encoding="utf-8")
    commands = [
        f"policy admx {tmp_path}",
        *(f"policy check {tmp_path / name}" for name in ("a.toml", "a.plist")),
        "policy show --json",
    ]
    done = subprocess.run(
        (sys.executable, "-c", WITHOUT, " ".join(EXCLUDED), *commands),
        env={**os.environ, "PYTHONPATH": str(ROOT / "app"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    codes = re.findall(r"^(?:admx|check|show) \d$", done.stdout, re.MULTILINE)
    assert codes == ["admx 0", "check 0", "check 1", "show 0"], done.stderr
    assert "[policy_unreadable: syntax" in done.stderr
    assert (tmp_path / "pl-PL" / "dzwonek.adml").exists()


def test_the_icon_has_a_picture_for_every_size() -> None:
    content = icon(ROOT / "resources" / "icons" / "dzwonek.svg")
    kind = struct.unpack_from("<3H", content)
    assert kind == (0, 1, len(SIZES))
    for number, size in enumerate(SIZES):
        entry = struct.unpack_from("<4B2H2L", content, 6 + 16 * number)
        side, bits, length, place = entry[0], *entry[5:]
        assert (side or 256, bits) == (size, 32)
        frame = content[place : place + length]
        if size >= PNG_FROM:
            assert frame.startswith(b"\x89PNG")
        else:
            assert struct.unpack_from("<3L", frame) == (40, size, 2 * size)
            pixels = frame[40 : 40 + 4 * size * size]
            middle = 4 * (size // 2 * size + size // 2)
            assert pixels[middle + 3] == 255, "the bell is opaque"
            assert pixels[3] == 0, "the corner is clear"
    assert place + length == len(content)


@pytest.mark.qt_log_ignore("Cannot read file")
def test_a_picture_that_is_none_makes_no_icon(tmp_path: Path) -> None:
    broken = tmp_path / "broken.svg"
    broken.write_text("<svg")
    with pytest.raises(ValueError, match="is no picture"):
        icon(broken)


def test_the_version_resource_is_what_pyinstaller_reads() -> None:
    class Recorder:
        """Takes what a constructor of PyInstaller's takes."""

        def __init__(self, *parts: Any, **named: Any) -> None:
            self.parts, self.named = parts, named

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    known = dict.fromkeys((*names, "VarFileInfo", "VarStruct"), Recorder)
    read = eval(version_resource("1.2.3rc1", "dzwonek.com"), known)  # noqa: S307 - as PyInstaller
    assert read.named["ffi"].named["filevers"] == (1, 2, 3, 0)
    texts = dict(each.parts for each in read.named["kids"][0].parts[0][0].parts[1])
    assert texts["ProductVersion"] == "1.2.3rc1"
    assert texts["OriginalFilename"] == "dzwonek.com"


@pytest.mark.parametrize("version", ["1.2", "one", "1.2.3000a", ""])
def test_only_three_numbers_make_a_version(version: str) -> None:
    if version == "1.2.3000a":
        assert four_numbers(version) == (1, 2, 3000, 0)
    else:
        with pytest.raises(ValueError, match="three numbers"):
            four_numbers(version)


class TestStart:
    """`Dzwonek.exe` and `dzwonek.com` are one program that knows by what name it was started."""

    @pytest.fixture
    def carried_out(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """Give what is carried out by the program itself."""
        seen: list[list[str]] = []

        def main(arguments: list[str]) -> int:
            seen.append(list(arguments))
            return 7

        monkeypatch.setattr(start, "main", main)
        return seen

    @pytest.fixture
    def begun(self, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        """Give the programs that are started beside it."""
        seen: list[list[str]] = []
        monkeypatch.setattr(subprocess, "Popen", lambda command, **_: seen.append(command))
        return seen

    @pytest.mark.parametrize("arguments", [[], ["--report"], ["version"], ["--quit"]])
    def test_the_program_without_a_console_does_everything_itself(
        self, arguments: list[str], carried_out: list[list[str]], begun: list[list[str]]
    ) -> None:
        assert start.run(arguments, r"C:\Program Files\Dzwonek\Dzwonek.exe") == 7
        assert (carried_out, begun) == ([arguments], [])

    @pytest.mark.parametrize(
        "arguments",
        [["version"], ["--quit"], ["--make-way"], ["outbox", "list"], ["--help"]],
    )
    def test_the_one_within_a_console_carries_out_commands(
        self, arguments: list[str], carried_out: list[list[str]], begun: list[list[str]]
    ) -> None:
        assert start.run(arguments, r"C:\Program Files\Dzwonek\dzwonek.com") == 7
        assert (carried_out, begun) == ([arguments], [])

    @pytest.mark.parametrize("arguments", [[], ["--report"], ["--flag"], ["--hidden"]])
    def test_and_leaves_windows_to_the_other(
        self, arguments: list[str], carried_out: list[list[str]], begun: list[list[str]]
    ) -> None:
        assert start.run(arguments, r"C:\Program Files\Dzwonek\DZWONEK.COM") == 0
        assert (carried_out, begun) == ([], [[r"C:\Program Files\Dzwonek\Dzwonek.exe", *arguments]])

    def test_two_wishes_at_once_are_refused_in_the_console(
        self, begun: list[list[str]], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as refused:
            start.run(["--report", "--flag"], "dzwonek.com")
        assert (refused.value.code, begun) == (2, [])
        assert "--flag" in capsys.readouterr().err


def program_file(signature: tuple[int, int]) -> bytes:
    """Give the head of a 64-bit program file that says where its signature is."""
    directories = [(0, 0)] * 4 + [signature] + [(0, 0)] * 11
    optional = struct.pack("<H110x", 0x20B) + b"".join(struct.pack("<2L", *d) for d in directories)
    return (
        b"MZ".ljust(0x3C, b"\0")
        + struct.pack("<L", 0x80).ljust(0x44, b"\0")
        + (b"PE\0\0" + bytes(20) + optional)
    )


def test_the_program_files_that_nobody_signed_are_ours_to_sign(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    for name, place in {"a.exe": (0, 0), "b.com": (0, 0), "lib/c.pyd": (0, 0)}.items():
        (tmp_path / name).write_bytes(program_file(place))
    (tmp_path / "lib" / "signed.dll").write_bytes(program_file((4096, 512)))
    (tmp_path / "read.me").write_bytes(b"text")
    found = [file.relative_to(tmp_path).as_posix() for file in unsigned(tmp_path)]
    assert found == ["a.exe", "b.com", "lib/c.pyd"]


@pytest.mark.parametrize("content", [b"", b"MZ", b"MZ" + bytes(400), program_file((0, 0))[:150]])
def test_a_file_that_is_no_program_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "odd.dll").write_bytes(content)
    with pytest.raises(ValueError, match="is no"):
        is_signed(tmp_path / "odd.dll")


def test_a_cabinet_gives_back_every_file(tmp_path: Path) -> None:
    texts = {
        "empty": b"",
        "small": b"Dzwonek",
        "large": random.Random(7).randbytes(16384) * 6,
        "odd": b"\xff" * 3,
    }
    files = []
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text)
        files.append(Packed(name, tmp_path / name))
    made = cabinet(files, date(2026, 11, 22))
    assert made == cabinet(files, date(2026, 11, 22))
    assert read_cabinet(made) == texts
    assert len(made) < 20_000, "a block looks back into the one before"


def read_cabinet(content: bytes) -> dict[str, bytes]:
    """Read a cabinet of one folder, by the specification alone."""
    signature, size, entries, count = struct.unpack_from("<4s4xL4xL8xH", content)
    assert (signature, size, entries) == (b"MSCF", len(content), 44)
    start, blocks, kind = struct.unpack_from("<L2H", content, 36)
    assert kind == 1
    import zlib

    whole = b""
    for _ in range(blocks):
        checksum, packed, plain = struct.unpack_from("<L2H", content, start)
        body = content[start + 8 : start + 8 + packed]
        assert body[:2] == b"CK"
        assert checksum == summed(content[start + 4 : start + 8], summed(body, 0))
        opened = zlib.decompressobj(-15, zdict=whole[-BLOCK:]).decompress(body[2:])
        assert len(opened) == plain <= BLOCK
        whole += opened
        start += 8 + packed
    found = {}
    for _ in range(count):
        length, offset = struct.unpack_from("<2L", content, entries)
        end = content.index(b"\0", entries + 16)
        found[content[entries + 16 : end].decode()] = whole[offset : offset + length]
        entries = end + 1
    return found


def summed(content: bytes, seed: int) -> int:
    """Give the checksum as the specification's own example computes it."""
    for place in range(0, len(content) // 4 * 4, 4):
        seed ^= int.from_bytes(content[place : place + 4], "little")
    return seed ^ int.from_bytes(content[len(content) // 4 * 4 :], "big")


def test_manifests_say_what_winget_asks_for(tmp_path: Path) -> None:
    import yaml

    installer = tmp_path / "Dzwonek-1.2.3-x64.msi"
    installer.write_bytes(b"msi")
    day = date(2026, 12, 1)
    texts = filled_in(
        installer, "1.2.3", day, "https://dzwonek.example/get/", "https://dzwonek.example"
    )
    assert not [text for text in texts.values() if "$" in text]
    kinds = {}
    for name, text in texts.items():
        read = yaml.safe_load(text)
        kinds[read["ManifestType"]] = read
        assert manifest_faults(name, read) == []
    assert set(kinds) == {"version", "installer", "defaultLocale", "locale"}
    (one,) = kinds["installer"]["Installers"]
    assert one["InstallerUrl"] == "https://dzwonek.example/get/Dzwonek-1.2.3-x64.msi"
    assert one["InstallerSha256"] == hashlib.sha256(b"msi").hexdigest().upper()
    assert kinds["installer"]["ReleaseDate"] == day
    assert kinds["version"]["DefaultLocale"] == kinds["defaultLocale"]["PackageLocale"] == "pl-PL"


# learn.microsoft.com/windows/package-manager/package/manifest, schema 1.10: what must be there.
ASKED_FOR = {
    "version": {"DefaultLocale"},
    "installer": {"Installers", "InstallerType", "Scope", "ProductCode"},
    "defaultLocale": {"PackageLocale", "Publisher", "PackageName", "License", "ShortDescription"},
    "locale": {"PackageLocale"},
}


def manifest_faults(name: str, manifest: dict[str, Any]) -> list[str]:
    """Say what winget would not take of a manifest."""
    kind = manifest.get("ManifestType", "")
    asked = ASKED_FOR.get(kind, set()) | {"PackageIdentifier", "PackageVersion", "ManifestVersion"}
    found = [f"{key} is missing" for key in sorted(asked - set(manifest))]
    locale = manifest.get("PackageLocale")
    suffix = {"version": "", "installer": ".installer"}.get(kind, f".locale.{locale}")
    if name != f"{manifest.get('PackageIdentifier')}{suffix}.yaml":
        found.append(f"{name} is not the name of a manifest of the kind {kind!r}")
    if not 3 <= len(str(manifest.get("ShortDescription", "…" * 3))) <= 256:
        found.append("ShortDescription is too short or too long")
    return found


def test_a_manifest_that_lacks_something_is_noticed() -> None:
    good = {"PackageIdentifier": "A.B", "PackageVersion": "1", "ManifestVersion": "1.10.0"}
    good |= {"ManifestType": "version", "DefaultLocale": "pl-PL"}
    assert manifest_faults("A.B.yaml", good) == []
    assert manifest_faults("A.C.yaml", good)
    assert manifest_faults("A.B.yaml", {**good, "ManifestType": "installer"})
    del good["PackageVersion"]
    assert manifest_faults("A.B.yaml", good) == ["PackageVersion is missing"]


@pytest.mark.parametrize("address", ["http://dzwonek.example", "https://", "", "https://a b"])
def test_an_address_that_is_none_makes_no_manifest(tmp_path: Path, address: str) -> None:
    with pytest.raises(ValueError, match="is no address"):
        filled_in(tmp_path / "x.msi", "1.2.3", date(2026, 1, 1), address, "https://a.example")


def test_a_release_takes_version_and_day_from_the_program() -> None:
    assert release.own_version() == __version__
    assert release.released() == date.fromisoformat(__released__)


def test_a_tag_that_names_another_version_stops_the_release() -> None:
    assert release.main(["tag", f"v{__version__}"]) == 0
    with pytest.raises(SystemExit, match="is not v"):
        release.main(["tag", "v99.0.0"])


def test_checksums_are_what_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "b.msi").write_bytes(b"b")
    (tmp_path / "a.yaml").write_bytes(b"a")
    for _ in range(2):  # the second time the sums themselves lie there
        assert release.main(["checksums", "--folder", str(tmp_path)]) == 0
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    expected = [f"{hashlib.sha256(name).hexdigest()}" for name in (b"a", b"b")]
    assert lines == [f"{expected[0]}  a.yaml", f"{expected[1]}  b.msi"]


def test_the_list_of_what_to_sign_is_relative_to_itself(tmp_path: Path) -> None:
    (tmp_path / "Dzwonek").mkdir()
    (tmp_path / "Dzwonek" / "Dzwonek.exe").write_bytes(program_file((0, 0)))
    catalog = tmp_path / "sign.txt"
    folder = str(tmp_path / "Dzwonek")
    assert release.main(["unsigned", "--folder", folder, "--catalog", str(catalog)]) == 0
    assert catalog.read_text(encoding="utf-8").splitlines() == [str(Path("Dzwonek", "Dzwonek.exe"))]


def test_a_following_version_differs_in_its_second_number() -> None:
    assert later("0.1.7") == "0.2.0"


def test_a_claim_that_does_not_hold_ends_the_cycle_and_stands_in_its_log(tmp_path: Path) -> None:
    said: list[str] = []
    log = Log(tmp_path / "cycle.log", said.append)
    log.check(True, "one is one")
    with pytest.raises(CycleError, match=r"one is two: seen"):
        log.check(False, "one is two", "seen")
    lines = (tmp_path / "cycle.log").read_text(encoding="utf-8").splitlines()
    assert lines == said
    assert [line.partition("  ")[2].strip() for line in lines[:1]] != []
    assert "ok: one is one" in lines[0]
    assert "FAILED: one is two seen" in lines[1]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8", "cp1250"])
def test_a_log_of_windows_installer_is_read_in_whatever_it_is_written(encoding: str) -> None:
    assert "Zażółć" in decoded("M: Zażółć".encode(encoding))


@pytest.mark.skipif(sys.platform == "win32", reason="the names of the folder clash there")
def test_the_two_programs_find_one_archive_by_one_name_whatever_the_letters() -> None:
    spec = (ROOT / "packaging" / "pyinstaller" / "dzwonek.spec").read_text(encoding="utf-8")
    assert "append_pkg=False" in spec
    assert Path(start.WINDOWS).stem.lower() == Path(start.CONSOLE).stem.lower()
