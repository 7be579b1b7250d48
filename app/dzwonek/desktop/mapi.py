"""Opens a new message in the mail program that is registered on Windows, by Simple MAPI.

It loads that program's library into this process and waits until its window is closed. So it is
only called in a process of its own (`mail_child`).
https://learn.microsoft.com/windows/win32/api/mapi/nc-mapi-mapisendmailw
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from dzwonek.winapi import ULONG, Call, Layout, Type, pointer_to

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAPI_TO = 1
MAPI_LOGON_UI = 0x1
MAPI_DIALOG = 0x8
SUCCESS_SUCCESS = 0
MAPI_USER_ABORT = 1
CONSTANTS: Mapping[str, int] = {
    "MAPI_TO": MAPI_TO,
    "MAPI_LOGON_UI": MAPI_LOGON_UI,
    "MAPI_DIALOG": MAPI_DIALOG,
    "SUCCESS_SUCCESS": SUCCESS_SUCCESS,
    "MAPI_USER_ABORT": MAPI_USER_ABORT,
}
NOWHERE = 0xFFFFFFFF  # nPosition: the file stands behind the text


class Recipient(ctypes.Structure):
    """One to whom it goes."""

    _fields_ = (
        ("reserved", ctypes.c_uint32),
        ("kind", ctypes.c_uint32),
        ("name", ctypes.c_wchar_p),
        ("address", ctypes.c_wchar_p),
        ("entry_length", ctypes.c_uint32),
        ("entry", ctypes.c_void_p),
    )


class File(ctypes.Structure):
    """One file that goes along."""

    _fields_ = (
        ("reserved", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("position", ctypes.c_uint32),
        ("path", ctypes.c_wchar_p),
        ("name", ctypes.c_wchar_p),
        ("kind", ctypes.c_void_p),
    )


class Message(ctypes.Structure):
    """The message."""

    _fields_ = (
        ("reserved", ctypes.c_uint32),
        ("subject", ctypes.c_wchar_p),
        ("text", ctypes.c_wchar_p),
        ("kind", ctypes.c_wchar_p),
        ("received", ctypes.c_wchar_p),
        ("thread", ctypes.c_wchar_p),
        ("flags", ctypes.c_uint32),
        ("originator", ctypes.POINTER(Recipient)),
        ("recipient_count", ctypes.c_uint32),
        ("recipients", ctypes.POINTER(Recipient)),
        ("file_count", ctypes.c_uint32),
        ("files", ctypes.POINTER(File)),
    )


# The headers of mingw-w64 know the narrow ones only; the wide ones differ in what the texts are.
LAYOUTS: tuple[Layout, ...] = (
    Layout(
        Recipient,
        "MapiRecipDesc",
        {
            "reserved": "ulReserved",
            "kind": "ulRecipClass",
            "name": "lpszName",
            "address": "lpszAddress",
            "entry_length": "ulEIDSize",
            "entry": "lpEntryID",
        },
    ),
    Layout(
        File,
        "MapiFileDesc",
        {
            "reserved": "ulReserved",
            "flags": "flFlags",
            "position": "nPosition",
            "path": "lpszPathName",
            "name": "lpszFileName",
            "kind": "lpFileType",
        },
    ),
    Layout(
        Message,
        "MapiMessage",
        {
            "reserved": "ulReserved",
            "subject": "lpszSubject",
            "text": "lpszNoteText",
            "kind": "lpszMessageType",
            "received": "lpszDateReceived",
            "thread": "lpszConversationID",
            "flags": "flFlags",
            "originator": "lpOriginator",
            "recipient_count": "nRecipCount",
            "recipients": "lpRecips",
            "file_count": "nFileCount",
            "files": "lpFiles",
        },
    ),
)
LHANDLE = Type("LHANDLE", ctypes.c_uint64)
ULONG_PTR = Type("ULONG_PTR", ctypes.c_uint64)
FLAGS = Type("FLAGS", ctypes.c_uint32)
SEND = Call(
    "mapi32.dll",
    "MAPISendMail",
    ULONG,
    (LHANDLE, ULONG_PTR, pointer_to(Message, "lpMapiMessage"), FLAGS, ULONG),
)
CALLS: tuple[Call, ...] = (SEND,)
SEND_WIDE = replace(SEND, name="MAPISendMailW")  # Windows 8 and later; not in mingw's headers


def message_of(
    recipients: Sequence[str], subject: str, text: str, files: Sequence[tuple[str, str]]
) -> Message:
    """Lay a message out; `files` are (path, name) pairs. Lines end as Windows wants them."""
    to = (Recipient * len(recipients))(
        *(Recipient(0, MAPI_TO, one, f"SMTP:{one}", 0, None) for one in recipients)
    )
    along = (File * len(files))(*(File(0, 0, NOWHERE, path, name, None) for path, name in files))
    lines = text.replace("\r\n", "\n").replace("\n", "\r\n")
    message = Message(0, subject, lines, None, None, None, 0)
    message.recipient_count, message.recipients = len(to), to
    message.file_count, message.files = len(along), along
    return message


if sys.platform == "win32":
    from dzwonek.winapi import load

    def send(message: Message) -> int:
        """Have the person look at it and send it; gives MAPI's answer. Raises OSError."""
        function = load((SEND_WIDE,))[SEND_WIDE.name]
        return int(function(0, 0, ctypes.byref(message), MAPI_LOGON_UI | MAPI_DIALOG, 0))
