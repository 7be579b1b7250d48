"""Writes what Windows shows of a program file under *Properties*, *Details*."""

from __future__ import annotations

import re

PRODUCT = "Dzwonek"
DESCRIPTION = "Dzwonek: zgłaszanie problemów z Dakteli"
POLISH_UNICODE = (0x0415, 1200)  # language and code page of the texts below


def version_resource(version: str, file_name: str) -> str:
    """Give the text that PyInstaller makes a version resource of.

    Raises ValueError for a version that does not begin with three numbers.
    """
    numbers = four_numbers(version)
    language, codepage = POLISH_UNICODE
    texts = {
        "CompanyName": PRODUCT,
        "FileDescription": DESCRIPTION,
        "FileVersion": version,
        "InternalName": file_name.rpartition(".")[0],
        "LegalCopyright": "MIT",
        "OriginalFilename": file_name,
        "ProductName": PRODUCT,
        "ProductVersion": version,
    }
    lines = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    table = f"StringTable('{language:04X}{codepage:04X}', [{lines}])"
    words = f"StringFileInfo([{table}])"
    translation = f"VarFileInfo([VarStruct('Translation', [{language}, {codepage}])])"
    fixed = (
        f"FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,"
        " fileType=1, subtype=0, date=(0, 0))"
    )
    return f"VSVersionInfo(ffi={fixed}, kids=[{words}, {translation}])\n"


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Give a version's three numbers and a zero, as Windows compares them."""
    found = re.match(r"(\d+)\.(\d+)\.(\d+)(?!\d)", version)
    if found is None:
        raise ValueError(f"{version!r} does not begin with three numbers")
    major, minor, patch = (int(number) for number in found.groups())
    return major, minor, patch, 0
