"""The one table of what an administrator can fix."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class PolicyKind(StrEnum):
    """What a policy's value is: in TOML, and in the registry."""

    TEXT = "text"  # string, REG_SZ
    CHOICE = "choice"  # string, REG_SZ
    NUMBER = "number"  # integer, REG_DWORD
    SWITCH = "switch"  # boolean, REG_DWORD 0 or 1
    LIST = "list"  # array of strings, REG_MULTI_SZ


class Policy(NamedTuple):
    """One policy: its name, the setting it fixes, and what its value is.

    Without a `path` it fixes what is no setting at all: operators neither see nor choose it.
    """

    name: str
    path: str
    kind: PolicyKind
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0
    form: str = ""  # how a text has to look, where not every text will do
    is_expandable: bool = False  # may name variables of the user's: REG_EXPAND_SZ
    is_optional: bool = False  # may be empty: then it is fixed that there is none
    unbuilt: tuple[str, ...] = ()  # choices of later versions: known by name, and not offered

    @property
    def offered(self) -> tuple[str, ...]:
        """Give the choices that this version can serve."""
        return tuple(choice for choice in self.choices if choice not in self.unbuilt)


POLICIES = (
    Policy("SystemUrl", "system.url", PolicyKind.TEXT),
    Policy("AgentName", "agent.name", PolicyKind.TEXT, is_optional=True),
    Policy("AgentLogin", "agent.login", PolicyKind.TEXT, is_optional=True),
    Policy("AgentEmail", "agent.email", PolicyKind.TEXT, is_optional=True),
    Policy(
        "DeliveryChannel",
        "delivery.channel",
        PolicyKind.CHOICE,
        ("mail", "graph", "ticket", "webhook", "mailprogram"),
        unbuilt=("graph", "ticket", "webhook", "mailprogram"),
    ),
    Policy("DeliveryMailHost", "delivery.mail.host", PolicyKind.TEXT),
    Policy("DeliveryMailPort", "delivery.mail.port", PolicyKind.NUMBER, low=1, high=65535),
    Policy(
        "DeliveryMailSecurity",
        "delivery.mail.security",
        PolicyKind.CHOICE,
        ("tls", "starttls", "none"),
    ),
    Policy("DeliveryMailUser", "delivery.mail.user", PolicyKind.TEXT, is_optional=True),
    Policy("DeliveryMailFrom", "delivery.mail.from", PolicyKind.TEXT),
    Policy("DeliveryMailCaFile", "delivery.mail.ca_file", PolicyKind.TEXT, is_optional=True),
    Policy(
        "DeliveryMailProxy",
        "delivery.mail.proxy",
        PolicyKind.TEXT,
        form="http://HOST:PORT | http://USER@HOST:PORT",
        is_optional=True,
    ),
    Policy("HotkeysReport", "hotkeys.report", PolicyKind.LIST),
    Policy("HotkeysFlag", "hotkeys.flag", PolicyKind.LIST, is_optional=True),
    Policy("UiLanguage", "ui.language", PolicyKind.CHOICE, ("system", "pl", "en", "cs", "uk")),
    Policy("PrivacyScreenshots", "privacy.screenshots", PolicyKind.SWITCH),
    Policy(
        "PrivacyKeepDeliveredDays",
        "privacy.keep_delivered_days",
        PolicyKind.NUMBER,
        high=3650,
    ),
    Policy("PrivacyKeepDraftsDays", "privacy.keep_drafts_days", PolicyKind.NUMBER, high=3650),
    Policy(
        "PrivacyKeepUndeliveredDays",
        "privacy.keep_undelivered_days",
        PolicyKind.NUMBER,
        high=3650,
    ),
    Policy(
        "PrivacyQueueKey",
        "privacy.queue_key",
        PolicyKind.CHOICE,
        ("keyring-or-file", "keyring"),
    ),
    Policy("ProfileName", "profile.name", PolicyKind.TEXT),
    Policy(
        "DiagnosticsTargets",
        "diagnostics.targets",
        PolicyKind.LIST,
        form='["HOST:PORT", "…"]',
        is_optional=True,
    ),
    Policy("Recipients", "", PolicyKind.LIST),
    Policy("ContactEmail", "", PolicyKind.TEXT, form="NAME@HOST"),
    Policy("ContactPhone", "", PolicyKind.TEXT, form="+48 22 153 0461"),
    Policy("ContactEmergency", "", PolicyKind.TEXT, form="+48 22 153 0461"),
    Policy("Autostart", "", PolicyKind.SWITCH),
    Policy(
        "OutboxFolder",
        "",
        PolicyKind.TEXT,
        form=r"D:\…\%USERNAME% | \\…\…\%USERNAME% | /…/%USER%",
        is_expandable=True,
    ),
)
BY_NAME = {entry.name: entry for entry in POLICIES}
BY_PATH = {entry.path: entry for entry in POLICIES if entry.path}
