"""Installs wine's Windows into a folder, and copies it for each computer that is started."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path

from bootstrap_venv import SetupError
from windows.wine.interpreter import compile_library
from windows.wine.place import SOURCES, Place

SYSTEM32 = Path("drive_c", "windows", "system32")
# What wine 8 lacks of Windows 10's system libraries, with what each is linked to.
STAND_INS = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
# Windows's own letters as wine draws them, the signs on the buttons of its windows, and the letters
# of the tests that draw into memory, which take them from its folder of letters as well.
FONTS = {
    "Tahoma (TrueType)": Path("/usr/share/wine/fonts/tahoma.ttf"),
    "Tahoma Bold (TrueType)": Path("/usr/share/wine/fonts/tahomabd.ttf"),
    "Marlett (TrueType)": Path("/usr/share/wine/fonts/marlett.ttf"),
    "DejaVu Sans (TrueType)": Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    "DejaVu Sans Bold (TrueType)": Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"),
}
# What programs may write to; all else of a copy shares its files with the original.
WRITABLE = ("users", "ProgramData")
# LOGFONTW: 12 pixels high, as the letters of Windows 10 and 11 are, and not 11 as in wine.
LETTER = struct.pack("<iiiii8x64s", -12, 0, 0, 0, 400, "Tahoma".encode("utf-16-le"))
# Each `"name"=value` by its key in HKEY_CURRENT_USER, as wine's registry files spell both.
SETTINGS: dict[str, dict[str, str]] = {
    "Software\\\\Wine": {"Version": '"win10"'},
    "Software\\\\Wine\\\\WineDbg": {"ShowCrashDialog": "dword:00000000"},
    "Control Panel\\\\Desktop\\\\WindowMetrics": {
        name: f"hex:{LETTER.hex(',')}" for name in ("MessageFont", "MenuFont", "StatusFont")
    },
}
# HKEY_LOCAL_MACHINE, and where DirectWrite looks for letters there.
MACHINE = "system.reg"
LETTERS = "Software\\\\Microsoft\\\\Windows NT\\\\CurrentVersion\\\\Fonts"
# Where Windows keeps the monitors it has seen.
CONTROL = "[System\\\\CurrentControlSet\\\\"
MONITORS = (
    f"{CONTROL}Enum\\\\DISPLAY",
    f"{CONTROL}Enum\\\\PCI",
    f"{CONTROL}Control\\\\DeviceClasses\\\\{{E6F07B5F-EE97-4A90-B076-33F57BF4EAA7}}",
)


def environment(prefix: Path, home: Path) -> dict[str, str]:
    """Give what wine's programs see of Linux: little, so that a run depends on no developer."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "WINEPREFIX": str(prefix),
        "WINEARCH": "win64",
        "WINEDEBUG": "-all",
        # No add-ons for .NET and HTML, and no entries in the developer's own menu.
        "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=d",
    }


def build_prefix(place: Place, folder: Path) -> None:
    """Install Windows in the new `folder`; raises `SetupError`."""
    home = folder.with_name(folder.name + "-home")
    home.mkdir(parents=True)
    fonts = folder / "drive_c" / "windows" / "Fonts"
    fonts.mkdir(parents=True)  # wine registers what it finds there when it is installed
    for font in FONTS.values():
        shutil.copy(font, fonts)
    env = environment(folder, home)
    for command in (("wine", "wineboot", "--init"), ("wineserver", "--wait")):
        done = subprocess.run(
            command,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            raise SetupError(f"{' '.join(command)} failed: {done.stdout.decode(errors='replace')}")
    shutil.rmtree(home)
    for name, libraries in STAND_INS.items():
        compile_library(SOURCES / f"{name}.c", folder / SYSTEM32 / f"{name}.dll", *libraries)
    (folder / "drive_c" / "python").symlink_to(place.python)
    _forget_monitors(folder / MACHINE)
    set_values(folder, SETTINGS)
    registered = {name: f'"{font.name}"' for name, font in FONTS.items()}
    set_values(folder, {LETTERS: registered}, MACHINE)


def copy_prefix(original: Path, folder: Path) -> None:
    """Copy an installed Windows in a tenth of a second; most of its files stay the same."""
    original = original.resolve()  # it may be replaced meanwhile
    folder.mkdir(parents=True)
    for part in original.iterdir():
        if part.is_file() and not part.is_symlink():
            shutil.copy2(part, folder)
    shutil.copytree(original / "dosdevices", folder / "dosdevices", symlinks=True)
    (folder / "drive_c").mkdir()
    for part in (original / "drive_c").iterdir():
        copied = folder / "drive_c" / part.name
        if part.is_symlink():
            copied.symlink_to(part.resolve())
        elif part.name in WRITABLE:
            shutil.copytree(part, copied, symlinks=True)
        else:
            shutil.copytree(part, copied, symlinks=True, copy_function=os.link)
    _keep_desktops_inside(folder / "drive_c" / "users")


def _keep_desktops_inside(users: Path) -> None:
    # Wine makes Desktop, Documents and so on links to the home folder of Linux.
    for link in users.glob("*/*"):
        if link.is_symlink():
            link.unlink()
            link.mkdir()


def _forget_monitors(registry: Path) -> None:
    # Without a display wine notes a monitor that it makes up, and asks no X server from then on.
    sections = registry.read_text(encoding="utf-8").split("\n\n")
    kept = [each for each in sections if not each.lstrip("\n").startswith(MONITORS)]
    registry.write_text("\n\n".join(kept), encoding="utf-8")


def set_values(
    prefix: Path, values: Mapping[str, Mapping[str, str]], hive: str = "user.reg"
) -> None:
    """Write values of HKEY_CURRENT_USER, by their keys, while no program runs in `prefix`."""
    lines = []
    for key, pairs in values.items():
        lines += ["", f"[{key}]", *(f'"{name}"={value}' for name, value in pairs.items())]
    with (prefix / hive).open("a", encoding="utf-8") as registry:
        registry.write("\n".join(lines) + "\n")
