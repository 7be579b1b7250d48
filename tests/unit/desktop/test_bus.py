"""The bus without a bus: addresses and match rules; the rest is in the flow tests."""

from __future__ import annotations

import sys

import pytest

from dzwonek.desktop.bus import BUS_ITSELF, Peer, Signal

if sys.platform != "linux":
    pytest.skip("D-Bus", allow_module_level=True)

from dzwonek.desktop.bus import open_session_bus, open_system_bus


@pytest.mark.parametrize(
    "address", ["", "disabled:", "nonsense", "tcp:host=127.0.0.1", "unix:path=/nowhere/bus", ";"]
)
def test_an_address_that_leads_nowhere_is_no_bus(address: str) -> None:
    assert open_session_bus({"DBUS_SESSION_BUS_ADDRESS": address}) is None
    assert open_system_bus({"DBUS_SYSTEM_BUS_ADDRESS": address or "disabled:"}) is None


def test_no_address_and_no_runtime_folder_is_no_bus() -> None:
    assert open_session_bus({}) is None


def test_a_rule_names_only_what_is_wanted() -> None:
    changes = Signal(BUS_ITSELF, "NameOwnerChanged", about="org.example.Name")
    assert changes.rule == (
        "type='signal',sender='org.freedesktop.DBus',path='/org/freedesktop/DBus',"
        "interface='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.example.Name'"
    )
    assert "arg0" not in Signal(Peer("a.b", "/a", "a.b"), "Changed").rule
