"""Who may change what lies in a folder of Windows, read from its access list (SDDL).

https://learn.microsoft.com/windows/win32/secauthz/ace-strings
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dzwonek.desktop.folder_windows import ALLOWING, ENTRY, OWNER, TRUSTED, TRUSTED_SIDS

if TYPE_CHECKING:
    from pathlib import Path

    from dzwonek.desktop.folder_windows import Folders

# Windows's own installer of its parts: "NT SERVICE\TrustedInstaller".
INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
CHANGING = {
    *("GA", "GW", "FA", "FW"),  # all, and writing, of any object and of a file
    *("DC", "LC", "RP", "DT", "CR", "SD", "WD", "WO"),  # bit by bit: to add, to delete, to own
}
CHANGING_BITS = 0x5000_0000 | 0xD_0000 | 0x156  # generic; delete, list and owner; file's own
TWO_LETTERS = re.compile("..")


def is_closed_to_users(folder: Path, folders: Folders) -> bool:
    """Say whether administrators alone may change what lies in a folder; raises OSError."""
    return not folders.is_link(folder) and not may_users_change(folders.access(folder))


def may_users_change(access: str) -> bool:
    """Say whether an access list lets anybody but administrators and the system change things."""
    owner = OWNER.search(access)
    _, has_list, entries = access.partition("D:")
    flags, _, _ = entries.partition("(")
    if owner is None or not _is_trusted(owner[1]) or not has_list:
        return True
    if "NO_ACCESS_CONTROL" in flags:
        return True
    listed = (found[1].split(";") for found in ENTRY.finditer(entries))
    return any(map(_changes, listed))


def _changes(fields: list[str]) -> bool:
    kind, _, rights, _, _, who = fields[:6]
    return kind in ALLOWING and not _is_trusted(who) and _is_changing(rights)


def _is_changing(rights: str) -> bool:
    if rights.startswith("0x"):
        return bool(int(rights, 16) & CHANGING_BITS)
    return not CHANGING.isdisjoint(TWO_LETTERS.findall(rights))


def _is_trusted(who: str) -> bool:
    return who in TRUSTED or who == INSTALLER or TRUSTED_SIDS.fullmatch(who) is not None
