"""What people write to support about besides a problem: questions, orders."""

from __future__ import annotations

from dataclasses import dataclass

PROBLEM = "problem"  # the profile's id of the matter that the main form is for


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What such a letter is about.

    `matter` is the profile's id; `name` is its short name when the letter was begun; `quantity`
    says how many licences or the like, as typed.
    """

    matter: str
    name: str = ""
    quantity: str = ""
