"""The index's tables and settings, as SQL; version 1."""

from __future__ import annotations

import sys

APPLICATION_ID = int.from_bytes(b"DZWN", "big")
VERSION = 1
MIN_READER = 1  # the oldest program version of this schema that may write into it

# before the first page is written
FIRST = ("PRAGMA page_size=4096", "PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA busy_timeout=5000")
SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged rows in a power cut
    "PRAGMA secure_delete=ON",
    "PRAGMA wal_autocheckpoint=200",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA journal_size_limit=4194304",
)
MAC_SETTINGS = ("PRAGMA fullfsync=ON", "PRAGMA checkpoint_fullfsync=ON")

# Plain text are only ids, states, times and codes; `summary` is sealed with the report's own key.
REPORT = """
CREATE TABLE report (
    id TEXT PRIMARY KEY,
    short_code TEXT NOT NULL,
    message_id TEXT NOT NULL,
    date_hdr TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'retry_wait', 'uncertain',
        'delivered', 'held', 'rejected', 'quarantined', 'expired', 'tombstone')),
    hold TEXT NOT NULL DEFAULT '' CHECK (hold IN ('', 'channel', 'key')),
    channel TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    uncertain_count INTEGER NOT NULL DEFAULT 0,
    due_wall INTEGER,
    urgent INTEGER NOT NULL DEFAULT 0,
    floor_ms INTEGER NOT NULL DEFAULT 0,
    tried_wall INTEGER,
    tried_mono INTEGER,
    tried_boot TEXT NOT NULL DEFAULT '',
    lease_owner TEXT,
    lease_until INTEGER,
    phase TEXT NOT NULL DEFAULT 'none' CHECK (phase IN ('none', 'connected', 'mail', 'rcpt',
        'data_open', 'dot_sent')),
    last_code TEXT NOT NULL DEFAULT '',
    last_text_redacted TEXT NOT NULL DEFAULT '',
    problem TEXT,
    created_wall INTEGER NOT NULL,
    created_mono INTEGER NOT NULL,
    boot_id TEXT NOT NULL,
    changed_wall INTEGER NOT NULL,
    delivered_wall INTEGER,
    size INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    schema INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    wrap BLOB,
    summary BLOB,
    ended_as TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0
) STRICT
"""
WAITING = """
CREATE INDEX report_waiting ON report (due_wall)
WHERE state IN ('queued', 'sending', 'retry_wait', 'uncertain', 'held')
"""
DELIVERED = "CREATE INDEX report_delivered ON report (delivered_wall) WHERE state = 'delivered'"
CHANNEL = """
CREATE TABLE channel (
    name TEXT PRIMARY KEY,
    gate TEXT NOT NULL CHECK (gate IN ('closed', 'open', 'held')),
    failures INTEGER NOT NULL,
    due_wall INTEGER,
    floor_ms INTEGER NOT NULL,
    tried_wall INTEGER,
    tried_mono INTEGER,
    tried_boot TEXT NOT NULL,
    last_code TEXT NOT NULL,
    last_text_redacted TEXT NOT NULL,
    problem TEXT
) STRICT
"""
META = "CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT"

CREATE = (
    REPORT,
    WAITING,
    DELIVERED,
    CHANNEL,
    META,
    f"INSERT INTO meta VALUES ('min_reader', {MIN_READER})",
    f"PRAGMA application_id={APPLICATION_ID}",
    f"PRAGMA user_version={VERSION}",
)


def settings() -> tuple[str, ...]:
    """List the settings of each connection; macOS needs two more to reach the disk's platter."""
    return SETTINGS + MAC_SETTINGS if sys.platform == "darwin" else SETTINGS
