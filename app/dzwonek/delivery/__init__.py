"""The ways out of this computer: a message is rendered once and handed to the mail server."""

from __future__ import annotations
