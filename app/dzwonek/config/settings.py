"""The settings: their names, their defaults, and reading them from `settings.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeVar

from dzwonek.config import settings_faults as faults
from dzwonek.config.plain_file import read_text
from dzwonek.config.proxy import ProxyUrls
from dzwonek.config.targets import Targets
from dzwonek.config.typed import WrongValueError, file_name, hints, made

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dzwonek.domain.problem import Problem

ChannelName = Literal["mail", "graph", "ticket", "webhook", "mailprogram"]
Security = Literal["tls", "starttls", "none"]
Language = Literal["system", "pl", "en", "cs", "uk"]
QueueKey = Literal["keyring-or-file", "keyring"]
Port = Annotated[int, range(1, 65536)]
ProxyUrl = Annotated[str, ProxyUrls()]
Days = Annotated[int, range(3651)]
TargetText = Annotated[str, Targets()]

Section = TypeVar("Section")


@dataclass(frozen=True, slots=True)
class System:
    """The customer's Daktela."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class AgentSettings:
    """The agent at this desk, used when Daktela cannot tell; `email` becomes Reply-To."""

    name: str = ""
    login: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Mail:
    """The mail server; its password lives in the keyring. `ca_file` adds to the OS store.

    `proxy` is an HTTP proxy that connects us (CONNECT); its password lives in the keyring, too.
    """

    host: str = ""
    port: Port = 465
    security: Security = "tls"
    user: str = ""
    sender: str = field(default="", metadata={"name": "from"})
    ca_file: str = ""
    proxy: ProxyUrl = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The way out of this computer."""

    channel: ChannelName = "mail"
    mail: Mail = Mail()


@dataclass(frozen=True, slots=True)
class HotkeySettings:
    """Candidates for the two global hotkeys, the first free one is taken."""

    report: tuple[str, ...] = ("Pause", "Ctrl+Shift+F9")
    flag: tuple[str, ...] = ("Shift+Pause", "Ctrl+Shift+F8")


@dataclass(frozen=True, slots=True)
class Ui:
    """The interface; "system" follows the desktop's language."""

    language: Language = "system"


@dataclass(frozen=True, slots=True)
class Privacy:
    """Pictures, how long things are kept (days), and where the queue's key may live."""

    screenshots: bool = True
    keep_delivered_days: Days = 7
    keep_drafts_days: Days = 14
    keep_undelivered_days: Days = 30
    queue_key: QueueKey = "keyring-or-file"


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """Which vendor's support the reports are for."""

    name: str = "daktela-pl"


@dataclass(frozen=True, slots=True)
class DiagnosticsSettings:
    """Places that `doctor` tries to reach, beside Daktela and the mail server."""

    targets: tuple[TargetText, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All that `settings.toml` can say."""

    system: System = System()
    agent: AgentSettings = AgentSettings()
    delivery: Delivery = Delivery()
    hotkeys: HotkeySettings = HotkeySettings()
    ui: Ui = Ui()
    privacy: Privacy = Privacy()
    profile: ProfileChoice = ProfileChoice()
    diagnostics: DiagnosticsSettings = DiagnosticsSettings()


class Loaded(NamedTuple):
    """The settings that hold, what is wrong with the file, and whether there is one at all.

    `named` are the settings that the file itself fixes, by their dotted names.
    """

    settings: Settings
    problems: tuple[Problem, ...] = ()
    is_there: bool = True
    named: frozenset[str] = frozenset()


DEFAULTS = Settings()


def load(path: Path, defaults: Settings = DEFAULTS) -> Loaded:
    """Read the settings; whatever is wrong becomes a Problem and `defaults` hold there.

    Never raises, and leaves the file as it is.
    """
    try:
        table = tomllib.loads(read_text(path))
    except FileNotFoundError:
        return Loaded(defaults, is_there=False)
    except (OSError, ValueError, RecursionError) as error:
        return Loaded(defaults, (faults.unreadable(path, error),))
    return from_table(table, defaults)


def from_table(table: Mapping[str, object], defaults: Settings = DEFAULTS) -> Loaded:
    """Lay a parsed file over `defaults`."""
    notes = _Notes([], set())
    settings = _section(defaults, table, "", notes)
    return Loaded(settings, tuple(notes.problems), named=frozenset(notes.named))


def paths(section: object = DEFAULTS, before: str = "") -> Iterator[tuple[str, Any]]:
    """Walk through every setting: its dotted name and its value."""
    for part in fields(section):  # type: ignore[arg-type]  # every section is a dataclass
        value = getattr(section, part.name)
        name = f"{before}{file_name(part)}"
        if is_dataclass(value):
            yield from paths(value, f"{name}.")
        else:
            yield name, value


def with_value(settings: Settings, name: str, value: object) -> Settings:
    """Change one setting by its dotted name; raises WrongValueError for a wrong value.

    A list may stand for a tuple, as it does in the file.
    """
    return _with(settings, name.split("."), list(value) if isinstance(value, tuple) else value)


def _with(section: Section, steps: list[str], value: object) -> Section:
    part = next(part for part in fields(section) if file_name(part) == steps[0])  # type: ignore[arg-type]  # a dataclass
    if steps[1:]:
        new = _with(getattr(section, part.name), steps[1:], value)
    else:
        new = made(hints(type(section))[part.name], value, ".".join(steps))
    return replace(section, **{part.name: new})  # type: ignore[type-var]  # a dataclass


class _Notes(NamedTuple):
    """What is learnt on the way through a file."""

    problems: list[Problem]
    named: set[str]


def _section(section: Section, table: Mapping[str, object], before: str, notes: _Notes) -> Section:
    """Read one table over the values that hold otherwise."""
    known = {file_name(part): part.name for part in fields(section)}  # type: ignore[arg-type]  # a dataclass
    types = hints(type(section))
    changed: dict[str, object] = {}
    for key, value in table.items():
        path = f"{before}{key}"
        if key not in known:
            notes.problems.append(faults.unknown(path, tuple(name for name, _ in paths())))
            continue
        inner = getattr(section, known[key])
        if is_dataclass(inner) and isinstance(value, dict):
            changed[known[key]] = _section(inner, value, f"{path}.", notes)
            continue
        try:
            changed[known[key]] = made(types[known[key]], value, path)
            notes.named.add(path)
        except WrongValueError:
            wanted = faults.allowed(types[known[key]], path)
            notes.problems.append(faults.invalid(path, value, wanted))
    return replace(section, **changed) if changed else section  # type: ignore[type-var]  # a dataclass
