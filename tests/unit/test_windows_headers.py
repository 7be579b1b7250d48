"""Each call of Windows, structure and constant is what the headers of mingw-w64 say it is.

Where a header keeps a structure's fields to itself (SYSTEM_TIMEOFDAY_INFORMATION is reserved bytes
in winternl.h), its layout names no fields and only its size is compared.
"""

from __future__ import annotations

import ctypes
import importlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

if sys.platform != "linux":
    pytest.skip("the headers are read by a compiler on Linux", allow_module_level=True)

import dzwonek
from dzwonek import winapi
from dzwonek.winapi import Call, Layout, Type

Component = Callable[[str, str], str]
PACKAGE = Path(dzwonek.__file__).parent
COMPILER = ("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64-win32")
TABLES = re.compile(r"^(CALLS|LAYOUTS|CONSTANTS)\b", re.MULTILINE)
OUR_SHAPE = re.compile(r"^(from dzwonek\.winapi import|CONSTANTS\b)", re.MULTILINE)
ANOTHER_WAY = re.compile(r"\b(WinDLL|OleDLL|windll|oledll|LibraryLoader)\b")
WIDE_CHARACTER = 2  # bytes, on Windows
ENUMERATION = re.compile(r"_(CLASS|TYPE)$")  # signed or not as the compiler likes
IN_NO_HEADER = {"SessionInfo"}  # WTSINFOEXW came after these headers; its place is cited there
HEADERS = (
    "winsock2.h",
    "ws2tcpip.h",
    "windows.h",
    "winternl.h",
    "iphlpapi.h",
    "netioapi.h",
    "wtsapi32.h",
    "sddl.h",
    "aclapi.h",
    "shlobj.h",
    "shobjidl.h",
    "shellapi.h",
    "dwmapi.h",
    "wincred.h",
    "mapi.h",
    "stddef.h",
)


def modules() -> list[ModuleType]:
    """Import every module of the package that keeps a table of Windows's names."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        if TABLES.search(text) and OUR_SHAPE.search(text):
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            found.append(importlib.import_module(".".join(parts)))
    return found


def each(kind: type[Call] | type[Layout], name: str) -> Iterator[tuple[ModuleType, Call | Layout]]:
    for module in modules():
        yield from ((module, one) for one in getattr(module, name, ()) if isinstance(one, kind))


def calls() -> list[Call]:
    return [call for _, call in each(Call, "CALLS") if isinstance(call, Call)]


def layouts() -> list[Layout]:
    return [layout for _, layout in each(Layout, "LAYOUTS") if isinstance(layout, Layout)]


def constants() -> dict[str, int]:
    known: dict[str, int] = {}
    for module in modules():
        for name, value in getattr(module, "CONSTANTS", {}).items():
            assert known.setdefault(name, value) == value, f"{module.__name__}: {name}"
    return known


# -- what is asserted in C


def about_call(call: Call) -> str:
    arguments = ", ".join(argument.spelling for argument in call.arguments) or "void"
    wanted = f"{call.result.spelling} (WINAPI *)({arguments})"
    return assertion(f"__builtin_types_compatible_p(__typeof__(&{call.name}), {wanted})", call.name)


def about_type(kind: Type) -> Iterable[str]:
    """Compare a type's size, and whether it is a pointer, a signed or an unsigned number."""
    name, carrier = kind.spelling, kind.carrier
    if carrier is None:
        return
    is_wide = carrier is ctypes.c_wchar
    size = WIDE_CHARACTER if is_wide else ctypes.sizeof(carrier)
    yield assertion(f"sizeof({name}) == {size}", f"size of {name}")
    is_pointer = not is_wide and not isinstance(getattr(carrier(), "value", None), int)
    kind_of = f"__builtin_classify_type(({name})0)"
    yield assertion(f"({kind_of} == 5) == {int(is_pointer)}", f"{name} is a pointer or is none")
    if not is_pointer and not is_wide and not ENUMERATION.search(name):
        is_signed = carrier(-1).value < 0
        yield assertion(f"(({name})-1 < 0) == {int(is_signed)}", f"sign of {name}")


def about_layout(layout: Layout) -> Iterable[str]:
    name = layout.spelling
    yield assertion(f"sizeof({name}) == {ctypes.sizeof(layout.structure)}", f"size of {name}")
    for ours, theirs in layout.fields.items():
        field = getattr(layout.structure, ours)
        place = f"offsetof({name}, {theirs})"
        yield assertion(f"{place} == {field.offset}", f"{name}: place of {theirs}")
        size = f"sizeof((({name} *)0)->{theirs})"
        yield assertion(f"{size} == {field.size}", f"{name}: size of {theirs}")


def about_constant(name: str, value: int) -> str:
    return assertion(f"(long long)({name}) == {value}LL", name)


def assertion(claim: str, words: str) -> str:
    return f'_Static_assert({claim}, "{words}");'


def types_of(asked: Iterable[Call]) -> dict[str, Type]:
    return {each.spelling: each for call in asked for each in (call.result, *call.arguments)}


def claims(
    asked: Iterable[Call], laid: Iterable[Layout], named: Mapping[str, int], kinds: Iterable[Type]
) -> list[str]:
    """Write everything as assertions in C."""
    return [
        *map(about_call, asked),
        *(line for kind in kinds for line in about_type(kind)),
        *(line for layout in laid for line in about_layout(layout)),
        *(about_constant(name, value) for name, value in named.items()),
    ]


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that the compiler refused, counted from 0, and why."""

    line: int
    words: str


Faults = Callable[[Iterable[str]], list[Fault]]


@pytest.fixture
def faults(component: Component, tmp_path: Path) -> Faults:
    """Compile assertions against the headers and list those that do not hold."""
    compiler = component(*COMPILER)
    target = ("#define _WIN32_WINNT 0x0A00", "#define NTDDI_VERSION 0x0A000006")
    head = (*target, *(f"#include <{header}>" for header in HEADERS))
    refused = re.compile(r"^[^:]+:(\d+):\d+: error: (.*)$", re.MULTILINE)

    def compiled(lines: Iterable[str]) -> list[Fault]:
        source = tmp_path / "claims.c"
        source.write_text("\n".join((*head, *lines)), "utf-8")
        done = subprocess.run(
            (compiler, "-fsyntax-only", "-fmax-errors=0", str(source)),
            capture_output=True,
            text=True,
            check=False,
        )
        found = refused.findall(done.stderr)
        assert bool(found) == bool(done.returncode), done.stderr
        return [Fault(int(line) - len(head) - 1, words) for line, words in found]

    return compiled


# -- the package


def test_everything_the_package_says_of_windows_stands_so_in_the_headers(faults: Faults) -> None:
    asked = calls()
    assert len(asked) > 30
    assert len(layouts()) > 5
    kinds = {**types_of(asked), **ready_types()}
    assert faults(claims(asked, layouts(), constants(), kinds.values())) == []


def ready_types() -> dict[str, Type]:
    """Give the types that `winapi` offers, used or not."""
    offered = vars(winapi).values()
    return {kind.spelling: kind for kind in offered if isinstance(kind, Type)}


def test_every_call_is_in_the_library_that_is_named(component: Component) -> None:
    component(*COMPILER)
    missing = [
        f"{call.library}: {call.name}" for call in calls() if call.name not in exports(call.library)
    ]
    assert missing == []


@cache
def exports(library: str) -> frozenset[str]:
    """List what mingw's import library says that a DLL holds."""
    asked = (COMPILER[0], f"-print-file-name=lib{library.removesuffix('.dll')}.a")
    archive = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
    names = subprocess.run(
        ("x86_64-w64-mingw32-nm", archive), capture_output=True, text=True, check=True
    ).stdout
    return frozenset(re.findall(r" T (\w+)$", names, re.MULTILINE))


def test_every_structure_of_ours_is_compared_field_by_field() -> None:
    compared = {layout.structure: layout for layout in layouts()}
    assert compared
    for module in modules():
        for structure in vars(module).values():
            if is_structure(structure) and structure.__module__ == module.__name__:
                if structure.__name__ in IN_NO_HEADER:
                    continue
                assert structure in compared, f"{module.__name__}: {structure.__name__}"
                fields = {name for name, *_ in structure._fields_}
                named = set(compared[structure].fields)
                assert named in (fields, set()), f"{module.__name__}: {structure.__name__}"


def is_structure(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, ctypes.Structure)


def test_windows_is_called_by_no_other_way_than_the_tables() -> None:
    others = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.parent.name != "sandbox" and ANOTHER_WAY.search(path.read_text("utf-8"))
    ]
    assert others == ["winapi.py"]


# -- the comparison itself

BEEP = Call("kernel32.dll", "Beep", winapi.BOOL, (winapi.DWORD, winapi.DWORD))


class Point(ctypes.Structure):
    """POINT."""

    _fields_ = (("x", ctypes.c_int32), ("y", ctypes.c_int32))


class LongPoint(ctypes.Structure):
    """POINT, too large."""

    _fields_ = (("x", ctypes.c_int32), ("y", ctypes.c_int64))


RIGHT = (
    (about_call(BEEP),),
    tuple(about_type(winapi.BOOL)),
    tuple(about_layout(Layout(Point, "POINT", {"x": "x", "y": "y"}))),
    (about_constant("ERROR_ACCESS_DENIED", 5),),
)
WRONG = {
    "result": (about_call(Call("kernel32.dll", "Beep", winapi.WORD, BEEP.arguments)),),
    "argument": (about_call(Call("kernel32.dll", "Beep", winapi.BOOL, (winapi.LPVOID,) * 2)),),
    "count": (about_call(Call("kernel32.dll", "Beep", winapi.BOOL, (winapi.DWORD,))),),
    "name": (about_call(Call("kernel32.dll", "Beeep", winapi.BOOL)),),
    "carrier": tuple(about_type(Type("BOOL", ctypes.c_int8))),
    "sign": tuple(about_type(Type("BOOL", ctypes.c_uint32))),
    "pointer": tuple(about_type(Type("HANDLE", ctypes.c_int64))),
    "number": tuple(about_type(Type("ULONG_PTR", ctypes.c_void_p))),
    "size": tuple(about_layout(Layout(LongPoint, "POINT", {}))),
    "place": tuple(about_layout(Layout(Point, "POINT", {"x": "y"}))),
    "field": tuple(about_layout(Layout(LongPoint, "POINT", {"y": "y"}))),
    "constant": (about_constant("ERROR_ACCESS_DENIED", 6),),
    "unknown": (about_constant("ERROR_OF_NOBODY", 5),),
}


def test_what_is_right_passes(faults: Faults) -> None:
    assert faults(line for lines in RIGHT for line in lines) == []


def test_each_thing_that_is_wrong_is_found(faults: Faults) -> None:
    found = {fault.line for fault in faults(" ".join(lines) for lines in WRONG.values())}
    assert [name for line, name in enumerate(WRONG) if line not in found] == []
