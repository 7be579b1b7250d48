"""What the Windows program carries, and what of its libraries it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PureWindowsPath

Entry = tuple[str, str, str]  # name in the program's folder, file it comes from, kind

# Libraries' modules that are imported by name at run time, so that no analysis finds them.
HIDDEN = ("keyring.backends.Windows", "mss.windows.gdi", "tzdata")
# The demonstration with its servers belongs to developers, not on a fleet's computers.
NOT_OURS = ("dzwonek.demo", "dzwonek.sandbox")
EXCLUDED = (
    *(*NOT_OURS, "aiosmtpd", "trustme"),
    *("tkinter", "test", "unittest", "doctest", "pdb", "pydoc", "lib2to3", "distutils"),
    # Templates for Group Policy are written with xml.etree, for which Python's own half will do.
    *("multiprocessing", "xmlrpc", "plistlib", "_elementtree", "xml.dom", "_pydecimal"),
    *("bz2", "lzma", "_bz2", "_lzma", "pyexpat", "asyncio", "holidays.financial"),
    *("setuptools", "pkg_resources", "pip", "pytest", "hypothesis", "_pytest", "pycparser"),
    # requests would guess with it in which letters an answer is written; we read bytes alone.
    "charset_normalizer",
    # cryptography needs but the C half of cffi, and win32ctypes takes ctypes without it.
    *("cffi", "win32ctypes.core.cffi", "dateutil.zoneinfo"),
    # Where a number belongs and whose it is: half of phonenumbers, and nobody asks for it.
    *("phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata"),
    *("phonenumbers.geocoder", "phonenumbers.carrier", "phonenumbers.timezone"),
    *("mss.linux", "mss.darwin", "urllib3.contrib.emscripten", "urllib3.contrib.pyopenssl"),
    *("PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtDBus"),
)

# Emergency numbers and the like of each country, of which phonenumbers reads one when it is asked.
SHORT_NUMBERS = re.compile(r"phonenumbers\.shortdata\.region_\w+")

# What zoneinfo never reads of tzdata.
TABLES = {"zone.tab", "zone1970.tab", "zonenow.tab", "iso3166.tab", "leapseconds"}
PLUGINS = {
    "platforms": {"qwindows.dll"},
    "styles": {"qmodernwindowsstyle.dll"},
    "imageformats": {"qico.dll", "qjpeg.dll", "qsvg.dll", "qwebp.dll"},
    "iconengines": {"qsvgicon.dll"},
}
QT_TRANSLATIONS = {"qtbase_pl.qm", "qtbase_cs.qm", "qtbase_uk.qm"}  # English stands in Qt itself
QT_LIBRARIES = {"qt6core.dll", "qt6gui.dll", "qt6widgets.dll", "qt6svg.dll"}


def own_modules(app: Path) -> list[str]:
    """List our modules under `app`: the commands import theirs by name, and late."""
    names = [
        ".".join(file.relative_to(app).with_suffix("").parts).removesuffix(".__init__")
        for file in sorted((app / "dzwonek").rglob("*.py"))
    ]
    return [name for name in names if not _is_in(name, NOT_OURS)]


def _is_in(name: str, packages: Iterable[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def is_wanted(name: str) -> bool:
    """Tell whether the program needs a file that PyInstaller found; `name` is its place."""
    parts = PureWindowsPath(name).parts
    lower = tuple(part.lower() for part in parts)
    if "plugins" in lower and lower[0] == "pyside6":
        return lower[-1] in PLUGINS.get(lower[-2], set())
    if "translations" in lower and lower[0] == "pyside6":
        return lower[-1] in QT_TRANSLATIONS
    if parts[0].startswith("charset_normalizer"):
        return False
    if parts[0].endswith(".dist-info") and lower[-1] in {"record", "requested", "installer"}:
        return False  # of the folder where the library was installed before
    if lower[-1] in {"dateutil-zoneinfo.tar.gz", "py.typed"}:
        return False
    if parts == ("certifi", "cacert.pem"):
        return False  # requests knows its place; whom we trust, Windows says (`config.tls`)
    if lower[0] == "tzdata" and lower[-1] in {"tzdata.zi", "zones"} | TABLES:
        return False
    if lower[-1] in {"opengl32sw.dll", "d3dcompiler_47.dll", "libegl.dll", "libglesv2.dll"}:
        return False
    if re.fullmatch(r"qt6\w+\.dll", lower[-1]):
        return lower[-1] in QT_LIBRARIES
    return True


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Give those of PyInstaller's entries that the program needs."""
    return [entry for entry in entries if is_wanted(entry[0])]


def wanted_modules(entries: Iterable[Entry]) -> list[Entry]:
    """Give those of PyInstaller's modules that the program may ask for."""
    return [entry for entry in entries if not SHORT_NUMBERS.fullmatch(entry[0])]
