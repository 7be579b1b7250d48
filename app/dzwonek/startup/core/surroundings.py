"""What the desktop offers: autostart, a mail program, an entry of ours, the running program."""

from __future__ import annotations

import logging
import os
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from dzwonek.domain.command import Command
from dzwonek.domain.problem import ProblemError
from dzwonek.startup.command import own_command
from dzwonek.startup.core.rules import Rules
from dzwonek.startup.parts import built_once

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dzwonek.desktop.mail_program import DesktopMailProgram
    from dzwonek.domain.ports import Autostart, Links

log = logging.getLogger("dzwonek.startup")


class Surroundings(Rules):
    """The parts that reach into the desktop."""

    @built_once
    def mail_program(self) -> DesktopMailProgram:
        """Make the way to the desktop's mail program; nothing is started by that."""
        from dzwonek.desktop.mail_program import mail_program_for

        folder = self.places.state / "mail-program"
        program = mail_program_for(self.environment, sys.platform, folder, own_command())
        self.closing.callback(program.close)
        return program

    @built_once
    def links(self) -> Links:
        """Make the way to the programs for web pages and telephone numbers."""
        from dzwonek.desktop.links import links_for

        return links_for(self.environment, sys.platform, own_command())

    def leave_mail_program(self) -> None:
        """Wait for a mail program no longer, if that is being done."""
        if Surroundings.mail_program.is_built(self):
            self.mail_program.leave()

    def autostart(self) -> Autostart:
        """Give the switch for starting with the computer, or what a policy makes of it."""
        from dzwonek.desktop.autostart import autostart_for

        own = autostart_for(self.environment, sys.platform, own_command())
        if self.policy.autostart is None:
            return own
        from dzwonek.desktop.autostart_fixed import FixedAutostart

        return FixedAutostart(own, self.policy.autostart)

    def see_to_autostart(self) -> None:
        """Do what a policy wants of the start with the computer; what hinders it is logged."""
        if self.policy.autostart is None:
            return
        from dzwonek.desktop.autostart_fixed import FixedAutostart

        switch = self.autostart()
        try:
            if isinstance(switch, FixedAutostart):
                switch.see_to()
        except ProblemError as error:
            log.warning("autostart is not as the policy wants it: %s", error.problem.code.value)

    def install_entry(self, icons: Mapping[str, bytes]) -> None:
        """Make the program known to a Linux desktop; `icons` as `desktop.entry` wants them."""
        if sys.platform != "linux":
            return
        from dzwonek.desktop.entry import install_entry

        home = Path(self.environment.get("HOME") or Path.home())
        told = self.environment.get("XDG_DATA_HOME", "")
        data_home = Path(told) if os.path.isabs(told) else home / ".local" / "share"
        install_entry(data_home, own_command(), icons)

    def tell_running(self, command: Command = Command.NUDGE) -> bool:
        """Let the running program, if there is one, look into the outbox; says whether it did."""
        from dzwonek.desktop.single_instance import hand_over

        return hand_over(self.places.runtime, command, timedelta(seconds=2))
