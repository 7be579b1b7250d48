"""Who the user is on Windows, and how an object of the system is kept for him alone.

https://learn.microsoft.com/windows/win32/secauthz/security-descriptor-string-format
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Protocol

from dzwonek.winapi import BOOL, DWORD, HANDLE, INT, LPCWSTR, LPVOID, Call, Layout, Type, pointer_to

if TYPE_CHECKING:
    from collections.abc import Mapping

TOKEN_QUERY = 0x8
PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
SDDL_REVISION_1 = 1
TokenUser = 1  # of TOKEN_INFORMATION_CLASS
CONSTANTS: Mapping[str, int] = {
    "TOKEN_QUERY": TOKEN_QUERY,
    "PROCESS_QUERY_LIMITED_INFORMATION": PROCESS_QUERY_LIMITED_INFORMATION,
    "SDDL_REVISION_1": SDDL_REVISION_1,
    "TokenUser": TokenUser,
}


class SecurityAttributes(ctypes.Structure):
    """Who may open a new object."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("descriptor", ctypes.c_void_p),
        ("is_inherited", ctypes.c_int32),
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        SecurityAttributes,
        "SECURITY_ATTRIBUTES",
        {
            "length": "nLength",
            "descriptor": "lpSecurityDescriptor",
            "is_inherited": "bInheritHandle",
        },
    ),
)
LPSECURITY_ATTRIBUTES = pointer_to(SecurityAttributes, "LPSECURITY_ATTRIBUTES")
LPDWORD = Type("LPDWORD", ctypes.POINTER(ctypes.c_uint32))
PHANDLE = Type("PHANDLE", ctypes.POINTER(ctypes.c_void_p))
PSID = Type("PSID", ctypes.c_void_p)
LPWSTR_OUT = Type("LPWSTR *", ctypes.POINTER(ctypes.c_void_p))
INFORMATION_CLASS = Type("TOKEN_INFORMATION_CLASS", INT.carrier)
DESCRIPTOR_OUT = Type("PSECURITY_DESCRIPTOR *", ctypes.POINTER(ctypes.c_void_p))
PULONG = Type("PULONG", ctypes.POINTER(ctypes.c_uint32))
HLOCAL = Type("HLOCAL", ctypes.c_void_p)

CALLS: tuple[Call, ...] = (
    Call("kernel32.dll", "GetCurrentProcess", HANDLE),
    Call("kernel32.dll", "GetCurrentProcessId", DWORD),
    Call("kernel32.dll", "OpenProcess", HANDLE, (DWORD, BOOL, DWORD)),
    Call("kernel32.dll", "ProcessIdToSessionId", BOOL, (DWORD, LPDWORD)),
    Call("kernel32.dll", "CloseHandle", BOOL, (HANDLE,)),
    Call("kernel32.dll", "LocalFree", HLOCAL, (HLOCAL,)),
    Call("advapi32.dll", "OpenProcessToken", BOOL, (HANDLE, DWORD, PHANDLE)),
    Call(
        "advapi32.dll",
        "GetTokenInformation",
        BOOL,
        (HANDLE, INFORMATION_CLASS, LPVOID, DWORD, LPDWORD),
    ),
    Call("advapi32.dll", "ConvertSidToStringSidW", BOOL, (PSID, LPWSTR_OUT)),
    Call(
        "advapi32.dll",
        "ConvertStringSecurityDescriptorToSecurityDescriptorW",
        BOOL,
        (LPCWSTR, DWORD, DESCRIPTOR_OUT, PULONG),
    ),
)


class Accounts(Protocol):
    """What is asked of the system about users; each call raises OSError with `winerror`."""

    def session(self) -> int:
        """Give the number of this process's session (one per person at a terminal server)."""
        ...

    def user(self) -> str:
        """Give the security identifier of this process's user, such as S-1-5-21-…."""
        ...

    def user_of(self, process: int) -> str:
        """Give that of another process's user, by its id."""
        ...


def only_for(user: str) -> str:
    """Write the access list of an object that this user alone may open, and only from here.

    Network logons are refused first, whoever it is.
    """
    return f"D:P(D;;GA;;;NU)(A;;GA;;;{user})"


if sys.platform == "win32":
    from dzwonek.winapi import load

    MOST_SID_BYTES = 256  # TOKEN_USER with the longest SID takes 84

    class SystemAccounts:
        """The system's own answers (port Accounts)."""

        def __init__(self) -> None:
            self._calls = load(CALLS)

        def session(self) -> int:
            """Ask for this process's session."""
            number = ctypes.c_uint32()
            own = self._calls["GetCurrentProcessId"]()
            self._must(self._calls["ProcessIdToSessionId"](own, ctypes.byref(number)))
            return number.value

        def user(self) -> str:
            """Ask this process's token."""
            return self._token_user(self._calls["GetCurrentProcess"]())

        def user_of(self, process: int) -> str:
            """Ask another process's token."""
            handle = self._calls["OpenProcess"](PROCESS_QUERY_LIMITED_INFORMATION, False, process)
            self._must(handle)
            try:
                return self._token_user(handle)
            finally:
                self._calls["CloseHandle"](handle)

        def attributes(self, access: str) -> SecurityAttributes:
            """Make the attributes of an access list; `free` gives the memory back."""
            descriptor = ctypes.c_void_p()
            convert = self._calls["ConvertStringSecurityDescriptorToSecurityDescriptorW"]
            self._must(convert(access, SDDL_REVISION_1, ctypes.byref(descriptor), None))
            return SecurityAttributes(ctypes.sizeof(SecurityAttributes), descriptor, False)

        def free(self, attributes: SecurityAttributes) -> None:
            """Give the memory of an access list back."""
            self._calls["LocalFree"](attributes.descriptor)

        def _token_user(self, process: int) -> str:
            token = ctypes.c_void_p()
            self._must(self._calls["OpenProcessToken"](process, TOKEN_QUERY, ctypes.byref(token)))
            try:
                room = ctypes.create_string_buffer(MOST_SID_BYTES)
                length = ctypes.c_uint32()
                ask = self._calls["GetTokenInformation"]
                self._must(ask(token, TokenUser, room, len(room), ctypes.byref(length)))
                return self._words(ctypes.c_void_p.from_buffer(room).value)
            finally:
                self._calls["CloseHandle"](token)

        def _words(self, sid: int | None) -> str:
            text = ctypes.c_void_p()
            self._must(self._calls["ConvertSidToStringSidW"](sid, ctypes.byref(text)))
            try:
                return ctypes.wstring_at(text.value or 0)
            finally:
                self._calls["LocalFree"](text)

        def _must(self, answer: int | None) -> None:
            if not answer:
                raise ctypes.WinError(ctypes.get_last_error())
