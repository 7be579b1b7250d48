"""The programs of a desktop for addresses: what is there, and what was opened."""

from __future__ import annotations

from dzwonek.domain.problem import Code, trouble


class FakeLinks:
    """Opens the schemes that it knows; every other address is refused (port Links)."""

    def __init__(self, *schemes: str) -> None:
        self.schemes = set(schemes)
        self.opened: list[str] = []

    def can_open(self, scheme: str) -> bool:
        return scheme in self.schemes

    def open(self, address: str) -> None:
        if address.partition(":")[0] not in self.schemes:
            raise trouble(Code.LINK_FAILED, address=address)
        self.opened.append(address)
