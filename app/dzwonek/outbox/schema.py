"""The index's tables and settings, as SQL: how it is made, and the steps from earlier versions.

A later version only adds (columns with a default, tables, SQL indexes), so that the version before
can go on with it; what breaks that rule raises `MIN_READER`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

APPLICATION_ID = int.from_bytes(b"DZWN", "big")
VERSION = 2
MIN_READER = 1  # the oldest version whose program may write into an index of this one

# before the first page is written
FIRST = ("PRAGMA page_size=4096", "PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA busy_timeout=5000")
LOCAL_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # NORMAL loses acknowledged rows in a power cut
)
NETWORK_SETTINGS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",  # syncs the folder, too, once the journal is gone
)
# Without the log's shared memory; before anything else of the file is read.
LEAVE_LOG_MODE = (
    "PRAGMA busy_timeout=5000",
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=DELETE",
    "PRAGMA locking_mode=NORMAL",
)
SETTINGS = (
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
    revision INTEGER NOT NULL DEFAULT 0,
    taken TEXT NOT NULL DEFAULT '',
    shrunk INTEGER NOT NULL DEFAULT 0,
    told_wall INTEGER,
    told_mono INTEGER,
    told_boot TEXT NOT NULL DEFAULT '',
    root_message_id TEXT NOT NULL DEFAULT ''
) STRICT
"""
# A query uses a partial index only where it repeats the condition word for word.
OPEN_STATES = (
    "state IN ('queued', 'sending', 'retry_wait', 'uncertain', 'held', 'rejected', 'quarantined')"
)
OPEN = f"CREATE INDEX report_open ON report (state, created_wall) WHERE {OPEN_STATES}"
DELIVERED = "CREATE INDEX report_delivered ON report (delivered_wall) WHERE state = 'delivered'"
ENDED_STATES = "state IN ('tombstone', 'expired')"
ENDED = f"CREATE INDEX report_ended ON report (changed_wall) WHERE {ENDED_STATES}"
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
    OPEN,
    DELIVERED,
    ENDED,
    CHANNEL,
    META,
    f"INSERT INTO meta VALUES ('min_reader', {MIN_READER})",
    f"PRAGMA application_id={APPLICATION_ID}",
    f"PRAGMA user_version={VERSION}",
)

# From each version to the next one: a step is one transaction together with its `user_version`.
STEPS: Mapping[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE report ADD COLUMN taken TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE report ADD COLUMN shrunk INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE report ADD COLUMN told_wall INTEGER",
        "ALTER TABLE report ADD COLUMN told_mono INTEGER",
        "ALTER TABLE report ADD COLUMN told_boot TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE report ADD COLUMN root_message_id TEXT NOT NULL DEFAULT ''",
        "UPDATE report SET root_message_id = message_id",
        "DROP INDEX IF EXISTS report_waiting",
        OPEN,
        ENDED,
    ),
}


def settings(*, is_network_drive: bool = False) -> tuple[str, ...]:
    """List the settings of each connection; macOS needs two more to reach the disk's platter.

    The write-ahead log needs memory that all processes share, and computers share none
    (https://sqlite.org/wal.html): on a network drive there is a rollback journal instead.
    """
    ways = NETWORK_SETTINGS if is_network_drive else LOCAL_SETTINGS
    return ways + SETTINGS + (MAC_SETTINGS if sys.platform == "darwin" else ())
