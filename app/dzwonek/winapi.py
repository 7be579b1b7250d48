"""Windows's own calls: each adapter lists the ones it makes, and they are loaded from System32.

The lists are plain data, so that they can be read on every system: a test compares them with the
headers of mingw-w64. The sizes are those of 64-bit Windows, whatever this runs on.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# LoadLibraryEx: nothing but %WINDIR%\System32, whatever lies beside the program or in PATH.
LOAD_LIBRARY_SEARCH_SYSTEM32 = 0x800


@dataclass(frozen=True, slots=True)
class Type:
    """A type by its spelling in C, and the ctypes type that carries it."""

    spelling: str
    carrier: Any


@dataclass(frozen=True, slots=True)
class Call:
    """One function of a system library: `library` is the DLL's file name."""

    library: str
    name: str
    result: Type
    arguments: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A structure of ours and its name in C; `fields` gives C's name for each of our fields."""

    structure: type[ctypes.Structure]
    spelling: str
    fields: Mapping[str, str]


def pointer_to(structure: type[ctypes.Structure], spelling: str) -> Type:
    """Give the type of a pointer to a structure of ours, spelt `spelling` in C."""
    return Type(spelling, ctypes.POINTER(structure))


VOID = Type("void", None)
BOOL = Type("BOOL", ctypes.c_int32)
INT = Type("int", ctypes.c_int32)
UINT = Type("UINT", ctypes.c_uint32)
WORD = Type("WORD", ctypes.c_uint16)
DWORD = Type("DWORD", ctypes.c_uint32)
ULONG = Type("ULONG", ctypes.c_uint32)
LONG = Type("LONG", ctypes.c_int32)
HRESULT = Type("HRESULT", ctypes.c_int32)
ATOM = Type("ATOM", ctypes.c_uint16)
WPARAM = Type("WPARAM", ctypes.c_uint64)
LPARAM = Type("LPARAM", ctypes.c_int64)
LRESULT = Type("LRESULT", ctypes.c_int64)
HANDLE = Type("HANDLE", ctypes.c_void_p)
HWND = Type("HWND", ctypes.c_void_p)
HINSTANCE = Type("HINSTANCE", ctypes.c_void_p)
LPCWSTR = Type("LPCWSTR", ctypes.c_wchar_p)
LPWSTR = Type("LPWSTR", ctypes.c_wchar_p)
LPVOID = Type("LPVOID", ctypes.c_void_p)


if sys.platform == "win32":

    def load(calls: Iterable[Call]) -> dict[str, Callable[..., Any]]:
        """Give the functions by name, each with its types; `ctypes.get_last_error` serves them.

        Raises OSError when a library or a function is not there (an older Windows).
        """
        libraries: dict[str, ctypes.WinDLL] = {}
        functions: dict[str, Callable[..., Any]] = {}
        for call in calls:
            if call.library not in libraries:
                libraries[call.library] = ctypes.WinDLL(
                    call.library, use_last_error=True, winmode=LOAD_LIBRARY_SEARCH_SYSTEM32
                )
            try:
                function = getattr(libraries[call.library], call.name)
            except AttributeError as error:
                raise OSError(f"{call.library} has no {call.name}") from error
            function.restype = call.result.carrier
            function.argtypes = tuple(argument.carrier for argument in call.arguments)
            functions[call.name] = function
        return functions
