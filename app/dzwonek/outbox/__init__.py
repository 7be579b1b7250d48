"""The outbox: sealed files, their index, their keys, and the courier that carries them out.

Nothing is imported here; take what you need from the module that has it, and late: SQLite and
cryptography are not needed before the tray icon stands. Contract: `docs/reliability.md`.
"""
