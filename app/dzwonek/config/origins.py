"""Where each setting's value comes from, for administrators who look for a surprise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dzwonek.config.policy_table import BY_PATH
from dzwonek.config.settings import paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dzwonek.config.machine_defaults import MachineDefaults
    from dzwonek.config.policy import Effective
    from dzwonek.config.settings import Loaded


class Layer(StrEnum):
    """The layers of settings, the weakest first."""

    DEFAULT = "default"  # the program's own
    MACHINE = "machine"  # this computer's defaults
    OWN = "own"  # the operator's settings.toml
    POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Origin:
    """One setting as it holds: its dotted name, its value, its layer, and where that stands."""

    name: str
    value: object
    layer: Layer
    place: str = ""

    @property
    def is_locked(self) -> bool:
        """Say whether an operator cannot change it."""
        return self.layer is Layer.POLICY


def origins(
    file: Path, defaults: MachineDefaults, loaded: Loaded, held: Effective
) -> Iterator[Origin]:
    """Walk through every setting as it holds; `file` is the operator's own."""
    for name, value in paths(held.settings):
        if name in held.locked:
            policy = held.fixed[BY_PATH[name].name]
            yield Origin(name, value, Layer.POLICY, policy.place)
        elif name in loaded.named:
            yield Origin(name, value, Layer.OWN, str(file))
        elif name in defaults.places:
            yield Origin(name, value, Layer.MACHINE, defaults.places[name])
        else:
            yield Origin(name, value, Layer.DEFAULT)
