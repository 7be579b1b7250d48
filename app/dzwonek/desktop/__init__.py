"""The desktop's adapters: hotkeys, notices, buses, single instance, autostart, links. No Qt."""
