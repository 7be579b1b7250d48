"""The settings: their names, their defaults, and reading them from `settings.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeVar

import msgspec
from msgspec import Meta, Struct, structs

from dzwonek.config import settings_faults as faults

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from dzwonek.domain.problem import Problem

ChannelName = Literal["mail", "graph", "ticket", "webhook", "mailprogram"]
Security = Literal["tls", "starttls", "none"]
Language = Literal["system", "pl", "en", "cs", "uk"]
QueueKey = Literal["keyring-or-file", "keyring"]
Port = Annotated[int, Meta(ge=1, le=65535)]
Days = Annotated[int, Meta(ge=0, le=3650)]

AnyStruct = TypeVar("AnyStruct", bound=Struct)


class System(Struct, frozen=True):
    """The customer's Daktela."""

    url: str = ""


class AgentSettings(Struct, frozen=True):
    """The agent at this desk, used when Daktela cannot tell; `email` becomes Reply-To."""

    name: str = ""
    login: str = ""
    email: str = ""


class Mail(Struct, frozen=True):
    """The mail server; its password lives in the keyring. `ca_file` adds to the OS store."""

    host: str = ""
    port: Port = 465
    security: Security = "tls"
    user: str = ""
    sender: str = msgspec.field(default="", name="from")
    ca_file: str = ""


class Delivery(Struct, frozen=True):
    """The way out of this computer."""

    channel: ChannelName = "mail"
    mail: Mail = Mail()


class HotkeySettings(Struct, frozen=True):
    """Candidates for the two global hotkeys, the first free one is taken."""

    report: tuple[str, ...] = ("Pause", "Ctrl+Shift+F9")
    flag: tuple[str, ...] = ("Shift+Pause", "Ctrl+Shift+F8")


class Ui(Struct, frozen=True):
    """The interface; "system" follows the desktop's language."""

    language: Language = "system"


class Privacy(Struct, frozen=True):
    """Pictures, how long things are kept (days), and where the queue's key may live."""

    screenshots: bool = True
    keep_delivered_days: Days = 7
    keep_drafts_days: Days = 14
    keep_undelivered_days: Days = 30
    queue_key: QueueKey = "keyring-or-file"


class ProfileChoice(Struct, frozen=True):
    """Which vendor's support the reports are for."""

    name: str = "daktela-pl"


class Settings(Struct, frozen=True):
    """All that `settings.toml` can say."""

    system: System = System()
    agent: AgentSettings = AgentSettings()
    delivery: Delivery = Delivery()
    hotkeys: HotkeySettings = HotkeySettings()
    ui: Ui = Ui()
    privacy: Privacy = Privacy()
    profile: ProfileChoice = ProfileChoice()


class Loaded(NamedTuple):
    """The settings that hold, what is wrong with the file, and whether there is one at all."""

    settings: Settings
    problems: tuple[Problem, ...] = ()
    is_there: bool = True


DEFAULTS = Settings()


def load(path: Path, defaults: Settings = DEFAULTS) -> Loaded:
    """Read the settings; whatever is wrong becomes a Problem and `defaults` hold there.

    Never raises, and leaves the file as it is.
    """
    try:
        table = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return Loaded(defaults, is_there=False)
    except (OSError, ValueError, RecursionError) as error:
        return Loaded(defaults, (faults.unreadable(path, error),))
    return from_table(table, defaults)


def from_table(table: Mapping[str, object], defaults: Settings = DEFAULTS) -> Loaded:
    """Lay a parsed file over `defaults`."""
    problems: list[Problem] = []
    return Loaded(_section(defaults, table, "", problems), tuple(problems))


def paths(section: Struct = DEFAULTS, before: str = "") -> Iterator[tuple[str, Any]]:
    """Walk through every setting: its dotted name and its value."""
    for field in structs.fields(section):
        value = getattr(section, field.name)
        name = f"{before}{field.encode_name}"
        if isinstance(value, Struct):
            yield from paths(value, f"{name}.")
        else:
            yield name, value


def with_value(settings: Settings, name: str, value: object) -> Settings:
    """Change one setting by its dotted name; raises msgspec.ValidationError for a wrong value."""
    changed = _with(settings, name.split("."), value)
    assert isinstance(changed, Settings)
    return changed


def _with(section: Struct, steps: list[str], value: object) -> Struct:
    field = next(field for field in structs.fields(section) if field.encode_name == steps[0])
    inner = getattr(section, field.name)
    new = _with(inner, steps[1:], value) if steps[1:] else msgspec.convert(value, field.type)
    return structs.replace(section, **{field.name: new})


def _section(
    section: AnyStruct, table: Mapping[str, object], before: str, problems: list[Problem]
) -> AnyStruct:
    """Read one table over the values that hold otherwise."""
    fields = {field.encode_name: field for field in structs.fields(section)}
    changed: dict[str, object] = {}
    for key, value in table.items():
        name = f"{before}{key}"
        field = fields.get(key)
        if field is None:
            problems.append(faults.unknown(name, tuple(path for path, _ in paths())))
            continue
        inner = getattr(section, field.name)
        if not isinstance(inner, Struct):
            with _reported(name, value, field.type, problems):
                changed[field.name] = msgspec.convert(value, field.type)
        elif isinstance(value, dict):
            changed[field.name] = _section(inner, value, f"{name}.", problems)
        else:
            problems.append(faults.invalid(name, value, f"[{name}]"))
    return structs.replace(section, **changed) if changed else section


@contextmanager
def _reported(name: str, value: object, wanted: object, problems: list[Problem]) -> Iterator[None]:
    try:
        yield
    except msgspec.ValidationError:
        problems.append(faults.invalid(name, value, faults.allowed(wanted)))
