"""Compiles icons and translations into `app/dzwonek/resources_rc.py` whenever the package is built.

The same `resources/` and the same PySide6 give the same bytes: files are taken in the order of
their names, and no time or path of the building machine gets into the result.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = Path("app", "dzwonek", "resources_rc.py")
HEADER = '''"""Icons and translations as Qt resources; packaging/hatch_build.py compiles them."""

from __future__ import annotations

'''
# rcc writes plain functions; annotated, the module passes the strict type check like any other.
UNTYPED = ("def qInitResources():", "def qCleanupResources():")


class ResourceHook(BuildHookInterface[Any]):
    """The step that hatchling takes before it packs a wheel or an editable installation."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the resources into the source tree, from where hatchling takes them."""
        root = Path(self.root)
        source = compile_resources(root / "resources")
        target = root / TARGET
        if not target.is_file() or target.read_bytes() != source:
            target.write_bytes(source)


def compile_resources(resources: Path) -> bytes:
    """Give the module that holds every icon and translation under `resources`.

    An icon stands at `:/icons/NAME.svg`, a translation at `:/translations/dzwonek_XX.qm`.
    Raises `subprocess.CalledProcessError` when a file cannot be compiled.
    """
    with tempfile.TemporaryDirectory(prefix="dzwonek-resources-") as name:
        work = Path(name)
        aliases = [
            *_copied_icons(resources / "icons", work / "icons"),
            *_released_translations(resources / "translations", work / "translations"),
        ]
        (work / "dzwonek.qrc").write_text(_collection(aliases), encoding="utf-8")
        # Qt for Windows reads no zstd, which is what rcc would take here.
        command = [qt_tool("rcc"), "--generator", "python", "--compress-algo", "zlib"]
        _run([*command, "-o", "rc.py", "dzwonek.qrc"], work)
        return _annotated((work / "rc.py").read_text(encoding="utf-8")).encode()


def qt_tool(name: str) -> str:
    """Give the path of a Qt program that PySide6 brings along; raises `FileNotFoundError`."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("PySide6-Essentials is not installed for the building Python")
    package = Path(spec.submodule_search_locations[0])
    suffix = ".exe" if sys.platform == "win32" else ""
    for folder in (package, package / "Qt" / "libexec"):
        if (program := folder / f"{name}{suffix}").is_file():
            return str(program)
    raise FileNotFoundError(f"PySide6-Essentials in {package} has no {name}")


def _copied_icons(source: Path, target: Path) -> list[str]:
    target.mkdir()
    icons = sorted(source.glob("*.svg"))
    for icon in icons:
        shutil.copyfile(icon, target / icon.name)
    return [f"icons/{icon.name}" for icon in icons]


def _released_translations(source: Path, target: Path) -> list[str]:
    target.mkdir()
    names = []
    for written in sorted(source.glob("*.ts")):
        name = written.with_suffix(".qm").name
        command = [qt_tool("lrelease"), "-silent", str(written.resolve()), "-qm", name]
        _run(command, target)
        names.append(f"translations/{name}")
    return names


def _collection(aliases: list[str]) -> str:
    files = "".join(f"<file alias={quoteattr(name)}>{escape(name)}</file>\n" for name in aliases)
    return f'<RCC>\n<qresource prefix="/">\n{files}</qresource>\n</RCC>\n'


def _annotated(generated: str) -> str:
    for line in UNTYPED:
        if line not in generated:
            raise ValueError(f"rcc no longer writes {line!r}: look at its output again")
        generated = generated.replace(line, line.replace("()", "() -> None"))
    return HEADER + generated


def _run(command: list[str], folder: Path) -> None:
    # rcc notes when a file was changed and hashes with a seed of the day, unless told otherwise.
    fixed = {"QT_RCC_SOURCE_DATE_OVERRIDE": "1", "QT_HASH_SEED": "0", "LC_ALL": "C.UTF-8"}
    subprocess.run(command, cwd=folder, env={**os.environ, **fixed}, check=True)
