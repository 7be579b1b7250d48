"""The two questions about an agent's work, written the way Daktela's REST API reads them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

TAKE = 10


@dataclass(frozen=True, slots=True)
class Newest:
    """Asks a list for the newest rows of one agent.

    Sorting by a field that the list does not have silently gives no rows, therefore each list
    names its own.
    """

    endpoint: str
    agent_field: str
    time_field: str

    def query(self, login: str) -> str:
        """Write the query string, percent-encoded as the vendor's own clients do it."""
        return urlencode(
            [
                ("filter[logic]", "and"),
                ("filter[filters][0][field]", self.agent_field),
                ("filter[filters][0][operator]", "eq"),
                ("filter[filters][0][value]", login),
                ("sort[0][field]", self.time_field),
                ("sort[0][dir]", "desc"),
                ("take", TAKE),
            ]
        )


CALLS = Newest("activitiesCall", "id_agent", "call_time")
ACTIVITIES = Newest("activities", "user", "time")
