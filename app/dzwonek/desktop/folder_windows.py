"""A folder on Windows that belongs to one user alone: made so, or refused when it is not.

What its access list says is read as Windows writes it down (SDDL):
https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format
"""

from __future__ import annotations

import ctypes
import errno
import re
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from dzwonek.desktop.account_windows import (
    DESCRIPTOR_OUT,
    LPSECURITY_ATTRIBUTES,
    LPWSTR_OUT,
    PULONG,
)
from dzwonek.domain.problem import Code, trouble
from dzwonek.winapi import BOOL, DWORD, LPCWSTR, LPVOID, LPWSTR, Call, Type

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SE_FILE_OBJECT = 1
OWNER_SECURITY_INFORMATION = 0x1
DACL_SECURITY_INFORMATION = 0x4
PROTECTED_DACL_SECURITY_INFORMATION = 0x80000000
ERROR_ALREADY_EXISTS = 183
CONSTANTS: Mapping[str, int] = {
    "SE_FILE_OBJECT": SE_FILE_OBJECT,
    "OWNER_SECURITY_INFORMATION": OWNER_SECURITY_INFORMATION,
    "DACL_SECURITY_INFORMATION": DACL_SECURITY_INFORMATION,
    "PROTECTED_DACL_SECURITY_INFORMATION": PROTECTED_DACL_SECURITY_INFORMATION,
    "ERROR_ALREADY_EXISTS": ERROR_ALREADY_EXISTS,
}
OBJECT_TYPE = Type("SE_OBJECT_TYPE", ctypes.c_int32)
SID_OUT = Type("PSID *", ctypes.POINTER(ctypes.c_void_p))
ACL_OUT = Type("PACL *", ctypes.POINTER(ctypes.c_void_p))
ACL = Type("PACL", ctypes.c_void_p)
SID = Type("PSID", ctypes.c_void_p)
DESCRIPTOR = Type("PSECURITY_DESCRIPTOR", ctypes.c_void_p)
BOOL_OUT = Type("LPBOOL", ctypes.POINTER(ctypes.c_int32))
CALLS: tuple[Call, ...] = (
    Call("kernel32.dll", "CreateDirectoryW", BOOL, (LPCWSTR, LPSECURITY_ATTRIBUTES)),
    Call(
        "advapi32.dll",
        "GetNamedSecurityInfoW",
        DWORD,
        (LPCWSTR, OBJECT_TYPE, DWORD, SID_OUT, SID_OUT, ACL_OUT, ACL_OUT, DESCRIPTOR_OUT),
    ),
    Call(
        "advapi32.dll",
        "ConvertSecurityDescriptorToStringSecurityDescriptorW",
        BOOL,
        (LPVOID, DWORD, DWORD, LPWSTR_OUT, PULONG),
    ),
    Call(
        "advapi32.dll",
        "GetSecurityDescriptorDacl",
        BOOL,
        (DESCRIPTOR, BOOL_OUT, ACL_OUT, BOOL_OUT),
    ),
    Call("advapi32.dll", "SetFileSecurityW", BOOL, (LPCWSTR, DWORD, DESCRIPTOR)),
    Call(
        "advapi32.dll",
        "SetNamedSecurityInfoW",
        DWORD,
        (LPWSTR, OBJECT_TYPE, DWORD, SID, SID, ACL, ACL),
    ),
)
# Those who may do as they like on every computer, and the owner, whoever that is.
TRUSTED = frozenset({"SY", "BA", "DA", "EA", "LA", "BO", "CO", "OW"})
TRUSTED_SIDS = re.compile(r"S-1-5-(18|32-544|32-551|21-[\d-]+-(500|512|519))|S-1-3-(0|4)")
# The six fields of an entry; behind them a condition may stand, in brackets of its own. Whether it
# holds is not asked: who is let in under a condition is let in. Backup operators (BO) are trusted
# as administrators are: their right to read everything stands above every access list.
ENTRY = re.compile(r"\(([^();]*(?:;[^();]*){5})")
ALLOWING = frozenset({"A", "OA", "XA", "ZA"})
OWNER = re.compile(r"O:([A-Z]{2}|S-[\d-]+)")


class Folders(Protocol):
    """What is asked of the system about folders; each call raises OSError with `winerror`."""

    def user(self) -> str:
        """Give the security identifier of this process's user."""
        ...

    def make(self, folder: Path, access: str) -> bool:
        """Make a folder with an access list (SDDL); False when it was there."""
        ...

    def is_link(self, folder: Path) -> bool:
        """Say whether a name leads elsewhere: a link or a junction."""
        ...

    def access(self, folder: Path) -> str:
        """Give owner and access list of a folder (SDDL)."""
        ...

    def close(self, folder: Path, access: str) -> None:
        """Put an access list (SDDL) into the place of a folder's own; what lies in it inherits."""
        ...


def make_private(folder: Path, folders: Folders) -> None:
    """Do as `make_own`, but close a folder that stands open first: it may be an earlier start's.

    One of another user is refused, and one that stays open all the same. Raises as `make_own`.
    """
    if folder.is_dir() and not folders.is_link(folder):
        user = folders.user()
        if what_is_wrong(folders.access(folder), user) == "open":
            with suppress(OSError):  # then it is refused as what it still is
                folders.close(folder, only_for(user))
    make_own(folder, folders)


def make_own(folder: Path, folders: Folders) -> None:
    """Make a folder for this user alone, or check that one that is there is such a folder.

    Raises OSError, and ProblemError (DISK_FAILED with `path` and `reason` link, owner or open).
    """
    user = folders.user()
    folder.parent.mkdir(parents=True, exist_ok=True)
    if folders.make(folder, only_for(user)):
        return
    if folders.is_link(folder):
        raise trouble(Code.DISK_FAILED, path=str(folder), reason="link")
    if not folder.is_dir():
        raise FileExistsError(errno.EEXIST, "no folder", str(folder))
    reason = what_is_wrong(folders.access(folder), user)
    if reason:
        raise trouble(Code.DISK_FAILED, path=str(folder), reason=reason)


def only_for(user: str) -> str:
    """Write the access list of a folder: the user, the system, administrators; none inherited."""
    return f"D:P(A;OICI;FA;;;{user})(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)"


def what_is_wrong(access: str, user: str) -> str:
    """Say what an access list is wrong in: `owner`, `open`, or nothing."""
    owner = OWNER.search(access)
    if owner is None or not _is_trusted(owner[1], user):
        return "owner"
    _, has_list, entries = access.partition("D:")
    flags, _, _ = entries.partition("(")
    if not has_list or "NO_ACCESS_CONTROL" in flags:
        return "open"  # no list at all lets everybody in
    listed = (found[1].split(";") for found in ENTRY.finditer(entries))
    allowed = (fields[5] for fields in listed if fields[0] in ALLOWING)
    return "" if all(_is_trusted(who, user) for who in allowed) else "open"


def _is_trusted(who: str, user: str) -> bool:
    return who == user or who in TRUSTED or TRUSTED_SIDS.fullmatch(who) is not None


if sys.platform == "win32":
    import os
    import stat

    from dzwonek.desktop.account_windows import CALLS as ACCOUNT_CALLS
    from dzwonek.desktop.account_windows import SystemAccounts
    from dzwonek.winapi import load

    BOTH = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION

    class SystemFolders:
        """The system's own answers (port Folders)."""

        def __init__(self) -> None:
            self._accounts = SystemAccounts()
            self._calls = load((*CALLS, *ACCOUNT_CALLS))

        def user(self) -> str:
            """Ask this process's token."""
            return self._accounts.user()

        def make(self, folder: Path, access: str) -> bool:
            """Make a folder; False when it was there."""
            attributes = self._accounts.attributes(access)
            try:
                made = self._calls["CreateDirectoryW"](str(folder), ctypes.byref(attributes))
                error = ctypes.get_last_error()
            finally:
                self._accounts.free(attributes)
            if not made and error != ERROR_ALREADY_EXISTS and not folder.is_dir():
                raise ctypes.WinError(error)
            return bool(made)

        def is_link(self, folder: Path) -> bool:
            """Ask for the folder's own attributes; a junction is a reparse point, too."""
            attributes = os.lstat(folder).st_file_attributes
            return bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)

        def access(self, folder: Path) -> str:
            """Ask for owner and access list, as text."""
            found = ctypes.c_void_p()
            ask = self._calls["GetNamedSecurityInfoW"]
            error = ask(
                str(folder), SE_FILE_OBJECT, BOTH, None, None, None, None, ctypes.byref(found)
            )
            if error:
                raise ctypes.WinError(error)
            try:
                return self._text_of(found)
            finally:
                self._calls["LocalFree"](found)

        def close(self, folder: Path, access: str) -> None:
            """Set the list as its own, inheriting nothing; the system hands it on to the files.

            The first call does both on Windows; under wine 8 the folder needs the second one.
            """
            attributes = self._accounts.attributes(access)
            try:
                entries = self._entries_of(attributes.descriptor)
                told = DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION
                hand_on = self._calls["SetNamedSecurityInfoW"]
                error = hand_on(str(folder), SE_FILE_OBJECT, told, None, None, entries, None)
                if error:
                    raise ctypes.WinError(error)
                if not self._calls["SetFileSecurityW"](str(folder), told, attributes.descriptor):
                    raise ctypes.WinError(ctypes.get_last_error())
            finally:
                self._accounts.free(attributes)

        def _entries_of(self, descriptor: int) -> ctypes.c_void_p:
            is_there, is_usual = ctypes.c_int32(), ctypes.c_int32()
            entries = ctypes.c_void_p()
            ask = self._calls["GetSecurityDescriptorDacl"]
            there, usual = ctypes.byref(is_there), ctypes.byref(is_usual)
            # Without a list everybody would be let in.
            if not ask(descriptor, there, ctypes.byref(entries), usual) or not entries:
                raise ctypes.WinError(ctypes.get_last_error())
            return entries

        def _text_of(self, descriptor: ctypes.c_void_p) -> str:
            text = ctypes.c_void_p()
            write = self._calls["ConvertSecurityDescriptorToStringSecurityDescriptorW"]
            if not write(descriptor, 1, BOTH, ctypes.byref(text), None):
                raise ctypes.WinError(ctypes.get_last_error())
            try:
                return ctypes.wstring_at(text.value or 0)
            finally:
                self._calls["LocalFree"](text)
