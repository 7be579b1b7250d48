"""What holds: the settings, what the administrator made of them, and what follows from both."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

from dzwonek.config.machine_defaults import MachineDefaults, machine_defaults
from dzwonek.config.policy import Effective, effective
from dzwonek.config.settings import DEFAULTS, Loaded, Settings, load
from dzwonek.domain.clock import SystemClock
from dzwonek.domain.identity import Agent
from dzwonek.domain.problem import ProblemError
from dzwonek.startup.parts import built_once
from dzwonek.startup.stores import placed, profile_folders
from dzwonek.startup.zone import local_zone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.config.places import Places
    from dzwonek.config.policy_places import AdminPlaces
    from dzwonek.domain.problem import Problem
    from dzwonek.domain.profile import ContactProfile

USUAL_ZONE = "Europe/Warsaw"


class Rules:
    """The floor that all parts stand on; `closing` takes what has to be closed at the end."""

    def __init__(
        self, environment: Mapping[str, str], where: Places, admin: AdminPlaces | None = None
    ) -> None:
        self.building = threading.RLock()
        self.closing = ExitStack()
        self.admin = admin
        self.environment = environment
        self.clock = SystemClock()
        self.home = where
        self.defaults: MachineDefaults = machine_defaults(admin)
        self.read_rules()
        self.places = placed(where, self.policy.outbox_folder, environment)

    def read_rules(self) -> None:
        """Read the settings and the policy as they are now."""
        self.loaded: Loaded = load(self.home.settings_file, self.defaults.settings)
        self.policy: Effective = effective(self.loaded.settings, self.environment, self.admin)

    @property
    def settings(self) -> Settings:
        """Give the settings that hold: the file's between the administrator's two kinds."""
        return self.policy.settings

    @property
    def own_settings(self) -> Settings:
        """Give the settings of the operator's own file, above the computer's defaults."""
        return self.loaded.settings

    @property
    def problems(self) -> tuple[Problem, ...]:
        """List what is wrong with settings, policy and profile."""
        wrong = self.found_profile[1]
        profile = () if wrong is None else (wrong,)
        return (*self.defaults.problems, *self.loaded.problems, *self.policy.problems, *profile)

    @built_once
    def found_profile(self) -> tuple[ContactProfile, Problem | None]:
        """Load the support profile that the settings name, or say why the package's stands in."""
        from dzwonek.config.profile import load_profile

        try:
            return load_profile(self.settings.profile.name, profile_folders()), None
        except ProblemError as error:
            return load_profile(DEFAULTS.profile.name, ()), error.problem

    @built_once
    def profile(self) -> ContactProfile:
        """Give the support profile; contacts that a policy names stand in the place of its own."""
        return self.policy.with_contacts(self.found_profile[0])

    def spoken_profile(self, language: str) -> ContactProfile:
        """Give the support profile as people read it in a language of the windows."""
        from dzwonek.config.profile import spoken_profile

        return spoken_profile(self.profile, language)

    def must_know_support(self) -> None:
        """Raise ProblemError (PROFILE_UNKNOWN, POLICY_…) while no report may leave.

        Who reads texts and telephones of the package's profile takes no harm; a report that went
        to its address, and not to the one that was meant, cannot be called back.
        """
        self.policy.must_name_somebody()
        wrong = self.found_profile[1]
        if wrong is not None:
            raise ProblemError(wrong)

    @built_once
    def zone(self) -> str:
        """Name the zone of the operator's clock."""
        return local_zone(self.environment, USUAL_ZONE)

    @property
    def host(self) -> str:
        """Give the host of the customer's Daktela, or nothing."""
        from dzwonek.daktela.address import host_of

        return host_of(self.settings.system.url) if self.settings.system.url else ""

    @property
    def configured_agent(self) -> Agent:
        """Give the agent that the settings name."""
        agent = self.settings.agent
        return Agent(agent.name, agent.login, agent.email)
