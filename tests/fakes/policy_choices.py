"""One sensible value for every policy, as an administrator gives it and as it has to hold."""

from __future__ import annotations

from dzwonek.config.policy_table import BY_NAME, PolicyKind
from tests.fakes.group_policy import Editor

CHOSEN: dict[str, object] = {
    "SystemUrl": "https://twojanazwa.daktela.com",
    "AgentName": "Tobiasz Świeczka",
    "AgentLogin": "tobiasz",
    "AgentEmail": "tobiasz@firma.example",
    "DeliveryChannel": "mail",
    "DeliveryMailHost": "smtp.firma.example",
    "DeliveryMailPort": 587,
    "DeliveryMailSecurity": "starttls",
    "DeliveryMailUser": "dzwonek",
    "DeliveryMailFrom": "dzwonek@firma.example",
    "DeliveryMailCaFile": r"C:\Firma\ca.pem",
    "DeliveryMailProxy": "http://proxy.firma.example:3128",
    "HotkeysReport": ["F9", "Ctrl+Shift+F9"],
    "HotkeysFlag": ["Shift+F9"],
    "UiLanguage": "uk",
    "PrivacyScreenshots": False,
    "PrivacyKeepDeliveredDays": 0,
    "PrivacyKeepDraftsDays": 3,
    "PrivacyKeepUndeliveredDays": 3650,
    "PrivacyQueueKey": "keyring",
    "ProfileName": "daktela-pl",
    "DiagnosticsTargets": ["vpn.firma.example:443", "10.0.0.1:22"],
    "Recipients": ["wsparcie@firma.example", "it@firma.example"],
    "ContactEmail": "pomoc@firma.example",
    "ContactPhone": "223 784 756",
    "ContactEmergency": "730 770 660",
    "Autostart": True,
    "OutboxFolder": r"\\serwer\dane\%USERNAME%\Dzwonek",
}


def control_value(editor: Editor, name: str) -> object:
    """Give what an administrator puts into a policy's control; a drop-down list takes a number."""
    value = CHOSEN[name]
    return editor.items(name)[str(value)] if BY_NAME[name].kind is PolicyKind.CHOICE else value


def holds(name: str) -> object:
    """Give what has to hold then."""
    value = CHOSEN[name]
    return tuple(value) if isinstance(value, list) else value
