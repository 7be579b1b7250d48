"""What the command line takes, and what it refuses with code 2."""

from __future__ import annotations

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator

import pytest

from dzwonek import __version__
from dzwonek.cli import main
from dzwonek.cli.parser import _parser, parse

REPORT = ("report", "--kind", "other", "--description", "opis")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--report", "--quit"),
        ("report",),
        ("report", "--kind", "fax", "--description", "x"),
        ("report", "--kind", "chat"),
        (*REPORT, "--wait", "-1"),
        (*REPORT, "--wait", "jutro"),
        ("outbox",),
        ("outbox", "retry", "x", "--all"),
        ("outbox", "export", "x"),
        ("setup",),
        ("setup", "--url", "x", "--password-stdin", "--token-stdin"),
        ("secret", "set", "skarb"),
        ("cokolwiek",),
    ],
)
def test_bad_usage_ends_with_two(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err


def test_several_names_and_files_are_taken() -> None:
    options = parse((*REPORT, "--agent", "A", "--agent", "B", "--attach", "x")).options
    assert options.agent == ["A", "B"]
    assert options.attach == ["x"]
    assert options.wait is None
    assert options.occurrence == "first"


def test_every_command_has_help_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(("--help",))
    assert ended.value.code == 0
    told = capsys.readouterr().out
    for command in ("report", "outbox", "setup", "secret", "policy", "doctor", "demo", "version"):
        assert command in told


def test_every_option_of_every_command_has_words() -> None:
    silent = [words for parser in parsers(_parser(with_commands=True)) for words in without(parser)]
    assert silent == []


def parsers(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """Walk through a parser and those of its commands that people are shown."""
    yield parser
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            shown = {choice.dest for choice in action._choices_actions}
            for name in shown:
                yield from parsers(action.choices[name])


def without(parser: ArgumentParser) -> list[str]:
    """Name what a parser takes and says nothing of."""
    told = [action for action in parser._actions if not isinstance(action, _SubParsersAction)]
    return [f"{parser.prog} {action.dest}" for action in told if not action.help]


def test_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["version"]) == 0
    assert capsys.readouterr().out == f"dzwonek {__version__}\n"


def test_a_wrong_number_of_seconds_is_told_with_what_is_right(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        parse((*REPORT, "--wait", "jutro"))
    assert "„jutro”: podaj liczbę sekund od 0 do 86400" in capsys.readouterr().err
