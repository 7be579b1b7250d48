"""Builds the Windows program and its installer on Linux, and carries out the installer's life."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bootstrap_process import say
from bootstrap_venv import SetupError
from windows.cycle import Cycle
from windows.cycle_log import CycleError, Log
from windows.freezing import freeze_in_wine
from windows.release import installer_name, make_installer, own_version, write_checksums
from windows.signatures import unsigned
from windows.trial_signature import TrialCertificate
from windows.wine.computer import started
from windows.wine.place import Place
from windows.wine.screens import PLAIN, ComputerError
from windows.wine.setup import prepare

LATER = "later"  # the folder of the other version
PROFILE = "lib/dzwonek/config/profiles/daktela-pl.toml"


def run_package(linux_python: Path, root: Path) -> int:
    """Make `dist/windows`, with installers, the cycle's log and its pictures; 0 if all is well.

    `linux_python` has the locked dependencies of the tests. Raises `SetupError`.
    """
    out, frozen = root / "dist" / "windows", root / "build" / "windows"
    for folder in (out, frozen):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    log = Log(out / "cycle.log", say)
    place = Place(root)
    with log.timed("the Windows computer is built"):
        prepare(place, linux_python)
    try:
        with started(place, PLAIN) as computer:
            with log.timed("the program is frozen"):
                freeze_in_wine(computer, place, linux_python, frozen)
            installers = _installers(frozen, out, log)
            programs = (frozen / "Dzwonek", frozen / LATER / "Dzwonek")
            Cycle(computer, programs, out, log).carry_out(installers)
    except (ComputerError, CycleError) as error:
        say(str(error))
        return 1
    write_checksums(out)
    log.tell("all is well")
    return 0


def _installers(frozen: Path, out: Path, log: Log) -> dict[str, Path]:
    """Make this version's installer, and that of a later one with other files."""
    program = frozen / "Dzwonek"
    found = [file for file in program.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in found) / 1e6
    log.tell(f"the program: {len(found)} files, {size:.1f} MB")
    certificate = TrialCertificate.made(frozen)
    with log.timed("signed with a certificate of the moment"):
        ours = unsigned(program)
        for file in ours:
            certificate.sign(file)
    log.check(not unsigned(program), f"all of the {len(ours)} unsigned program files are signed")
    version = own_version()
    installers = {}
    for each, folder in ((version, frozen), (later(version), make_later(frozen))):
        target = out / installer_name(each)
        with log.timed(f"{target.name} is built and signed"):
            make_installer(folder / "Dzwonek", target, each, folder / "work")
            certificate.sign(target)
        installers[each] = target
    return installers


def make_later(frozen: Path) -> Path:
    """Make the folder of a later program: one file is new, one is another one, one is gone."""
    folder = frozen / LATER
    program = folder / "Dzwonek"
    shutil.copytree(frozen / "Dzwonek", program, copy_function=os.link)
    shutil.copy2(frozen / "dzwonek.ico", folder)
    (program / "lib" / "new.txt").write_text("new\n", encoding="utf-8")
    changed = (program / PROFILE).read_bytes()
    (program / PROFILE).unlink()  # it is a link
    (program / PROFILE).write_bytes(changed + b"# later\n")
    next((program / "lib" / "tzdata").rglob("Antarctica/*")).unlink()
    return folder


def later(version: str) -> str:
    """Give a version that follows: 0.2.0 for 0.1.7.

    Raises SetupError for a version of another form.
    """
    try:
        major, minor, _ = (int(part) for part in version.split("."))
    except ValueError as error:
        raise SetupError(f"{version} is not of the form 0.1.0") from error
    return f"{major}.{minor + 1}.0"
