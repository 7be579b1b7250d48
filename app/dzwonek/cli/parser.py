"""Which commands there are, and what each takes."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from dzwonek import __version__

Options = argparse.Namespace
Run = Callable[[Options], int]

KINDS = ("call-in", "call-out", "email", "chat", "other")
OCCURRENCES = ("first", "repeated", "constant")
# Options that need no command. The last three are an upgrade's, see `startup.upgrade`.
WISHES = ("--report", "--flag", "--quit", "--hidden", "--make-way", "--come-back", "--again")
SECRETS = ("mail", "daktela", "proxy")
# What stands in the help of several commands.
ACTIONS, JSON, ID = "czynności", "dla maszyn (JSON)", "kod DZW-… albo id"
HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class Chosen(NamedTuple):
    """A command and the options it was given."""

    run: Run
    options: Options


def parse(arguments: Sequence[str]) -> Chosen:
    """Read the command line; ends the program with code 2 on bad usage."""
    # Describing all commands takes longer than all else that stands before the icon.
    is_plain = all(argument in WISHES for argument in arguments)
    options = _parser(with_commands=not is_plain).parse_args(arguments)
    return Chosen(options.run, options)


def _later(module: str) -> Run:
    """Name a command's module; it is imported only when the command runs."""

    def run(options: Options) -> int:
        code: int = import_module(f"dzwonek.cli.{module}").run(options)
        return code

    return run


def _parser(*, with_commands: bool) -> argparse.ArgumentParser:
    parser = _Parser(prog="dzwonek", description="Zgłasza problem z Dakteli jednym klawiszem.")
    version = f"dzwonek {__version__}"
    parser.add_argument("--version", action="version", version=version, help="podaj wersję")
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument("--report", action="store_true", help="otwórz formularz zgłoszenia")
    wish.add_argument("--flag", action="store_true", help="oznacz teraz, opisz później")
    wish.add_argument("--quit", action="store_true", help="zakończ działający program")
    wish.add_argument("--hidden", action="store_true", help="uruchom w tle (autostart)")
    for upgrade in ("--make-way", "--come-back", "--again"):
        wish.add_argument(upgrade, action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(run=_later("tray"))
    if not with_commands:
        return parser
    commands = parser.add_subparsers(metavar="POLECENIE", title="polecenia")
    _report(commands)
    _outbox(commands)
    _setup(commands)
    _secret(commands)
    _policy(commands)
    _small(commands)
    return parser


class _Parser(argparse.ArgumentParser):
    """A parser whose help is in one language, of each command, too."""

    def __init__(self, **about: Any) -> None:
        super().__init__(add_help=False, **about)
        self._positionals.title, self._optionals.title = "argumenty", "opcje"
        self.add_argument("-h", "--help", action="help", help="pokaż tę pomoc")


Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives the type no public name


def _report(commands: Commands[_Parser]) -> None:
    command = commands.add_parser("report", help="zgłoś bez okna")
    add = command.add_argument
    add("--kind", choices=KINDS, required=True, help="czego dotyczy problem (trzeba podać)")
    add("--customer", type=_text, default="", metavar="NUM", help="numer klienta")
    add("--ours", type=_text, default="", metavar="NUM", help="nasz numer")
    when = "kiedy to było, np. 2020-02-27T15:55; zwykle: teraz"
    add("--when", type=_text, default="", metavar="ISO", help=when)
    agent = "kogo dotyczy; można podać kilka razy"
    add("--agent", type=_text, action="append", default=[], metavar="NAZWA", help=agent)
    often = "pierwszy raz (tak jest zwykle), więcej niż raz, cały czas"
    add("--occurrence", choices=OCCURRENCES, default="first", help=often)
    told = "co się stało, w jednym zdaniu (trzeba podać)"
    add("--description", type=_text, required=True, metavar="TEKST", help=told)
    file = "plik, który pójdzie razem; można podać kilka razy"
    add("--attach", action="append", default=[], metavar="PLIK", help=file)
    add("--no-screenshot", action="store_true", help="bez zrzutów ekranu")
    wait = "wyślij od razu i tyle czekaj na wynik; zwykle: zapisz, a wyśle działający program"
    add("--wait", type=_seconds, default=None, metavar="SEKUNDY", help=wait)
    command.set_defaults(run=_later("report"))


def _outbox(commands: Commands[_Parser]) -> None:
    outbox = commands.add_parser("outbox", help="zgłoszenia, które czekają")
    actions = outbox.add_subparsers(dest="action", required=True, metavar="CZYNNOŚĆ", title=ACTIONS)
    listing = actions.add_parser("list", help="wypisz")
    listing.add_argument("--json", action="store_true", help=JSON)
    show = actions.add_parser("show", help="pokaż jedno")
    show.add_argument("id", metavar="ID", help=ID)
    retry = actions.add_parser("retry", help="wyślij ponownie")
    which = retry.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", metavar="ID", help=ID)
    which.add_argument("--all", action="store_true", help="wszystkie, które czekają")
    export = actions.add_parser("export", help="zapisz jako .eml")
    export.add_argument("id", metavar="ID", help=ID)
    export.add_argument("file", metavar="PLIK.eml", help="nowy plik")
    discard = actions.add_parser("discard", help="usuń")
    discard.add_argument("id", metavar="ID", help=ID)
    drain = actions.add_parser("drain", help="wyślij wszystko, co czeka")
    most = "najdłużej tyle (zwykle 60)"
    drain.add_argument("--timeout", type=_seconds, default=60.0, metavar="SEKUNDY", help=most)
    outbox.set_defaults(run=_later("outbox"))


def _setup(commands: Commands[_Parser]) -> None:
    command = commands.add_parser("setup", help="ustaw adres systemu i zaloguj się")
    add = command.add_argument
    url = "adres systemu, np. twojanazwa.daktela.com (trzeba podać)"
    add("--url", type=_text, required=True, metavar="ADRES", help=url)
    login = "login do Dakteli; razem z --password-stdin"
    add("--login", type=_text, default="", metavar="LOGIN", help=login)
    source = command.add_mutually_exclusive_group()
    password = "hasło ze standardowego wejścia"
    source.add_argument("--password-stdin", action="store_true", help=password)
    token = "token ze standardowego wejścia, zamiast loginu i hasła"
    source.add_argument("--token-stdin", action="store_true", help=token)
    command.set_defaults(run=_later("setup"))


def _secret(commands: Commands[_Parser]) -> None:
    secret = commands.add_parser("secret", help="hasła w systemowym magazynie haseł")
    actions = secret.add_subparsers(dest="action", required=True, metavar="CZYNNOŚĆ", title=ACTIONS)
    setting = actions.add_parser("set", help="zapisz wartość ze standardowego wejścia")
    which = "hasło do poczty, token Dakteli, hasło do proxy"
    setting.add_argument("name", choices=SECRETS, help=which)
    secret.set_defaults(run=_later("secret"))


def _policy(commands: Commands[_Parser]) -> None:
    policy = commands.add_parser("policy", help="zasady administratora")
    actions = policy.add_subparsers(dest="action", required=True, metavar="CZYNNOŚĆ", title=ACTIONS)
    check = actions.add_parser("check", help="sprawdź zasady i nazwij każdy błąd")
    place = "plik zasad albo „registry”; zwykle: to, co obowiązuje na tym komputerze"
    check.add_argument("file", nargs="?", metavar="PLIK", help=place)
    show = actions.add_parser("show", help="pokaż, co obowiązuje i skąd")
    show.add_argument("--json", action="store_true", help=JSON)
    admx = actions.add_parser("admx", help="zapisz szablony zasad grupy")
    folder = "dokąd; zwykle: bieżący folder"
    admx.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help=folder)
    policy.set_defaults(run=_later("policy"))


def _small(commands: Commands[_Parser]) -> None:
    doctor = commands.add_parser("doctor", help="sprawdź, co działa, a co nie")
    doctor.add_argument("--json", action="store_true", help=JSON)
    doctor.set_defaults(run=_later("doctor"))
    demo = commands.add_parser("demo", help="cała droga na próbę, bez prawdziwych serwerów")
    demo.add_argument("--auto", action="store_true", help="bez udziału człowieka")
    out = "zapisz tam wiadomość, obrazy i podsumowanie"
    demo.add_argument("--out", default="", metavar="FOLDER", help=out)
    demo.set_defaults(run=_later("demo"))
    commands.add_parser("mail-window").set_defaults(run=_later("mail_window"))
    commands.add_parser("version", help="wersja programu").set_defaults(run=_later("version"))


def _text(words: str) -> str:
    """Take words as a person gave them; bytes that are no UTF-8 (PEP 383) become U+FFFD.

    Not for names of files, which such bytes may be part of.
    """
    return HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", words)


def _seconds(text: str) -> float:
    told = f"„{text}”: podaj liczbę sekund od 0 do 86400"
    try:
        value = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(told) from error
    if not 0 <= value <= 86_400:  # not a number is not between them either
        raise argparse.ArgumentTypeError(told)
    return value
