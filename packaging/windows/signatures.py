"""Which of the program's files bear no signature yet: those are ours to sign."""

from __future__ import annotations

import struct
from pathlib import Path

PROGRAMS = {".exe", ".com", ".dll", ".pyd"}
# learn.microsoft.com/windows/win32/debug/pe-format: the fifth data directory is the certificates'.
PE32_PLUS, CERTIFICATES = 0x20B, 4


def unsigned(folder: Path) -> list[Path]:
    """List the program files under `folder` that nobody has signed, in order."""
    found = (file for file in folder.rglob("*") if file.suffix.lower() in PROGRAMS)
    return sorted(file for file in found if not is_signed(file))


def is_signed(file: Path) -> bool:
    """Tell whether a 64-bit program file holds a signature, whoever made it.

    Raises ValueError for a file of another kind.
    """
    content = file.read_bytes()
    try:
        (start,) = struct.unpack_from("<L", content, 0x3C)
        (magic,) = struct.unpack_from("<H", content, start + 24)
        directories = start + 24 + 112
        position, size = struct.unpack_from("<2L", content, directories + 8 * CERTIFICATES)
    except struct.error as error:
        raise ValueError(f"{file} is no program file") from error
    if content[start : start + 4] != b"PE\0\0" or magic != PE32_PLUS:
        raise ValueError(f"{file} is no 64-bit program file")
    return bool(position and size)
