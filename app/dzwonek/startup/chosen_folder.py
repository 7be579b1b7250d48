"""What can be said of the folder that a policy chose for reports, without making it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from dzwonek.config.own_folder import filled_in, is_shared, outbox_folder
from dzwonek.config.policy import OUTBOX_FOLDER
from dzwonek.config.policy_registry import USER
from dzwonek.domain.problem import Code, Problem, ProblemError, trouble

if TYPE_CHECKING:
    from pathlib import Path

    from dzwonek.startup.core import Core


def stores_are_there(core: Core) -> bool:
    """Say whether the folder of reports is there; False where the first report will make it.

    Raises ProblemError (DISK_…), which names the folder as told, for one that is not this user's
    alone or could not be made.
    """
    told = core.policy.outbox_folder
    try:
        if told is not None:
            folder = outbox_folder(told, core.environment)
            if not os.path.lexists(folder):
                _must_be_makeable(folder)
                return False
        core.stores  # noqa: B018 - it is looked at, and made at home, at its first use
    except ProblemError as error:
        if told is None:
            raise
        path = filled_in(told, core.environment) or _told_folder(core)
        values = {**error.problem.values, "path": path}
        raise ProblemError(Problem(error.problem.code, values)) from error
    return True


def shared_by_all(core: Core) -> Problem | None:
    """Tell of a folder that would be one and the same for everybody: it can be one user's only."""
    told = core.policy.outbox_folder
    if not told or core.policy.fixed[OUTBOX_FOLDER].place.startswith(USER) or not is_shared(told):
        return None
    return Problem(Code.POLICY_FOLDER_SHARED, {"value": told})


def _must_be_makeable(folder: Path) -> None:
    """Raise ProblemError (DISK_FAILED) where nothing above the folder takes it from this user."""
    above = next((place for place in folder.parents if os.path.lexists(place)), None)
    if above is None:
        raise trouble(Code.DISK_FAILED, path=str(folder), reason="ENOENT")
    if not (os.path.isdir(above) and os.access(above, os.W_OK | os.X_OK)):
        raise trouble(Code.DISK_FAILED, path=str(folder), reason="EACCES")


def _told_folder(core: Core) -> str:
    """Give the folder of a policy that cannot be, as it was written."""
    wrong = (problem.values for problem in core.policy.problems)
    ours = (one for one in wrong if str(one.get("key")).endswith(OUTBOX_FOLDER))
    return next((str(one.get("value")) for one in ours), OUTBOX_FOLDER)
