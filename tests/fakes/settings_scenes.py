"""What the tests and the gallery of the settings show: a filled desk, hotkeys, hostile texts."""

from __future__ import annotations

from dzwonek.config.settings import AgentSettings, Delivery, Mail, Settings, System
from dzwonek.desktop.hotkeys_none import NoHotkeys
from dzwonek.domain.events import Slot
from dzwonek.domain.ports import Binding
from dzwonek.domain.problem import Code, Problem

HOST = "twojanazwa.daktela.com"
FILLED = Settings(
    system=System(url=f"https://{HOST}"),
    agent=AgentSettings("Tobiasz Świeczka", "tobiasz", "tobiasz@firma.example"),
    delivery=Delivery(
        mail=Mail(host="smtp.firma.example", user="dzwonek", sender="dzwonek@firma.example")
    ),
)
BINDINGS = (Binding(Slot.REPORT, "Pause"), Binding(Slot.FLAG, "Shift+Pause"))
SECOND_CHOICE = (
    Binding(Slot.REPORT, "Ctrl+Shift+F9", (Problem(Code.HOTKEY_TAKEN, {"key": "Pause"}),)),
    Binding(Slot.FLAG, "Shift+Pause"),
)
NO_KEYS = tuple(map(NoHotkeys(Code.HOTKEY_UNAVAILABLE_WAYLAND).binding, Slot))
HOSTILE = '<img src="file:///etc/passwd"><b>x</b>&amp;'
