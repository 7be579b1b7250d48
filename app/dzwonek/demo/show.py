"""`dzwonek demo`: the whole way on embedded servers, played by a person or by a script."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.demo.display import Desktop, NoDisplayError, own_desktop
from dzwonek.demo.operator import Hands, ScriptedOperator, photographer
from dzwonek.demo.script import Play
from dzwonek.demo.verdict import code_of, write_out, wrong_line
from dzwonek.demo.world import World
from dzwonek.domain.command import Command

if TYPE_CHECKING:
    from collections.abc import Callable

    from dzwonek.demo.operator import Played
    from dzwonek.startup.tray.program import TrayProgram

DONE, FAILED = 0, 1
# What an administrator fixed and what holds in a demo, too.
KEPT_POLICIES = frozenset({"PrivacyScreenshots", "UiLanguage"})
GREETING = """\
Dzwonek na próbę: Daktela i skrzynka wsparcia są tylko na niby, na tym komputerze.
Naciśnij klawisz {key} albo kliknij dzwonek, opisz coś i wyślij. Koniec: „Zakończ” albo Ctrl+C.
"""


def show(*, is_auto: bool, out: Path | None) -> int:
    """Run the demo; 0 only if the mailbox holds the report, 1 otherwise, said in words."""
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    is_auto = is_auto or not _has_display()
    with ExitStack() as stack:
        world = stack.enter_context(World())
        if not is_auto:
            return _interactive(world, out)
        try:
            desktop = stack.enter_context(own_desktop())
            _set_stage(desktop, world)
        except NoDisplayError as error:
            return _failed(str(error))
        return _played(world, out, Hands(desktop.run))


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _set_stage(desktop: Desktop, world: World) -> None:
    """Put something real on the screen: the sandbox's agent page, with a clock."""
    place = ("--geometry", desktop.geometry) if desktop.geometry else ()
    desktop.run_module(
        "dzwonek.demo.stage", "--url", world.daktela.url, "--ca", str(world.ca_file), *place
    )


def _interactive(world: World, out: Path | None) -> int:
    def greet(program: TrayProgram) -> None:
        program.hotkeys.bound.connect(
            lambda bindings: print(GREETING.format(key=bindings[0].active or "–"), flush=True)
        )

    _run(world, greet)
    return _conclude(world, out, (), "")


def _played(world: World, out: Path | None, hands: Hands) -> int:
    played: list[Played] = []
    faults: list[str] = []

    def begin(program: TrayProgram) -> None:
        play = Play(program, world.mailbox, hands.press, hands.click)
        operator = ScriptedOperator(play.steps(), photographer(out), program)

        def end(fault: str) -> None:
            played.extend(operator.played)
            faults.append(fault)
            if fault:
                program.quit()

        operator.ended.connect(end)
        operator.begin()

    _run(world, begin)
    fault = faults[0] if faults else "interrupted"
    if not fault and world.mailbox.letters:
        line = wrong_line(world.mailbox.letters[-1])
        fault = f"line: {line}" if line else ""
    return _conclude(world, out, tuple(played), fault)


def _run(world: World, on_start: Callable[[TrayProgram], object]) -> None:
    from dzwonek.config.policy_places import limited_to, this_computer
    from dzwonek.desktop.single_instance import claim
    from dzwonek.startup.stores import found_places
    from dzwonek.startup.tray import run_tray

    where = found_places(os.environ)
    where.prepare()
    instance = claim(where.runtime)
    assert instance is not None  # the home is new: nobody else can hold it
    # No report of the demo may leave it, whatever mail server or folder a policy fixes.
    admin = limited_to(KEPT_POLICIES, this_computer())
    run_tray(instance, Command.HIDDEN, keyring=world.keyring, admin=admin, on_start=on_start)


def _conclude(world: World, out: Path | None, played: tuple[Played, ...], fault: str) -> int:
    letters = world.mailbox.letters
    if out is not None:
        write_out(out, letters, played, fault)
    if fault:
        return _failed(fault)
    if not letters:
        return _failed("skrzynka jest pusta")
    print(f"W skrzynce wsparcia: {code_of(letters[-1])}")
    return DONE


def _failed(why: str) -> int:
    print(f"dzwonek demo: {why}", file=sys.stderr)
    return FAILED
