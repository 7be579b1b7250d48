"""Where administrators write on this computer: what is fixed, and what holds at first."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dzwonek.config.policy_reading import Reader, missing, read_policy_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.config.policy_reading import RawPolicy
    from dzwonek.config.policy_registry import Registry

POLICY_VARIABLE = "DZWONEK_POLICY"
LINUX_FOLDER = Path("/etc/dzwonek")
MAC_LIBRARY = Path("/Library")
MAC_FILE = "pl.dzwonek.Dzwonek.plist"


class AdminPlaces(NamedTuple):
    """The places of policies, the strongest first, and those of the computer's defaults."""

    policies: tuple[Reader, ...]
    defaults: tuple[Reader, ...] = ()


def this_computer() -> AdminPlaces:
    """Give the places of the system that this runs on."""
    if sys.platform == "win32":
        from dzwonek.config.policy_registry import WindowsRegistry

        return windows_places(WindowsRegistry())
    if sys.platform == "darwin":
        from getpass import getuser

        return mac_places(getuser())
    return linux_places()


def linux_places(folder: Path = LINUX_FOLDER) -> AdminPlaces:
    """Give the places of Linux: two files that root alone can write."""
    return AdminPlaces((_file(folder / "policy.toml"),), (_file(folder / "defaults.toml"),))


def windows_places(registry: Registry) -> AdminPlaces:
    """Give the places of Windows: the computer's policy wins over the user's, value by value."""
    from dzwonek.config import policy_registry as keys

    policies = tuple(
        keys.registry_reader(registry, hive, keys.POLICY_KEY) for hive in (keys.MACHINE, keys.USER)
    )
    return AdminPlaces(policies, (keys.registry_reader(registry, keys.MACHINE, keys.DEFAULTS_KEY),))


def mac_places(user: str, library: Path = MAC_LIBRARY) -> AdminPlaces:
    """Give the places of macOS: managed preferences, the computer's before the user's."""
    managed = library / "Managed Preferences"
    policies = (_file(managed / MAC_FILE), _file(managed / user / MAC_FILE))
    return AdminPlaces(policies, (_file(library / "Preferences" / MAC_FILE),))


def limited_to(names: frozenset[str], places: AdminPlaces) -> AdminPlaces:
    """Give the same places with those policies alone, and without the computer's defaults."""

    def limited(read: Reader) -> RawPolicy | None:
        found = read()
        if found is None:
            return None
        wanted = {name.lower() for name in names}
        kept = {name: value for name, value in found.values.items() if name.lower() in wanted}
        return replace(found, values=kept)

    return AdminPlaces(tuple(partial(limited, read) for read in places.policies))


def find_policies(
    environment: Mapping[str, str], places: AdminPlaces | None = None
) -> tuple[RawPolicy, ...]:
    """Read the policies there are, the strongest first.

    The file that DZWONEK_POLICY names counts only where an administrator left no policy at all,
    neither the computer's nor the user's: whoever can set a variable must not get round one.
    """
    found = find(this_computer().policies if places is None else places.policies)
    named = environment.get(POLICY_VARIABLE, "")
    if found or not named:
        return found
    file = Path(named)
    return (read_policy_file(file) or missing(file),)


def find(readers: tuple[Reader, ...]) -> tuple[RawPolicy, ...]:
    """Read what is there, in the order of its places."""
    return tuple(found for read in readers if (found := read()) is not None)


def _file(file: Path) -> Reader:
    return partial(read_policy_file, file)
