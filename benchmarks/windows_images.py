"""Runs inside Windows: prints the size of the DLLs that the largest Python process has loaded.

Those of Windows itself are left out. https://learn.microsoft.com/windows/win32/psapi/
"""

from __future__ import annotations

import ctypes
import sys

if sys.platform == "win32":
    from ctypes import wintypes

    MOST, LONGEST = 1024, 512
    READ = 0x410  # PROCESS_QUERY_INFORMATION | PROCESS_VM_READ
    api = ctypes.WinDLL("kernel32.dll", winmode=0x800)
    api.OpenProcess.restype = wintypes.HANDLE
    api.CloseHandle.argtypes = (wintypes.HANDLE,)
    process_and_module = (wintypes.HANDLE, wintypes.HMODULE)
    api.K32EnumProcessModules.argtypes = (
        *(wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD),
        ctypes.c_void_p,
    )
    api.K32GetModuleFileNameExW.argtypes = (*process_and_module, wintypes.LPWSTR, wintypes.DWORD)
    api.K32GetModuleInformation.argtypes = (*process_and_module, ctypes.c_void_p, wintypes.DWORD)

    def processes() -> list[int]:
        """List the numbers of all processes."""
        numbers, used = (wintypes.DWORD * MOST)(), wintypes.DWORD()
        api.K32EnumProcesses(numbers, ctypes.sizeof(numbers), ctypes.byref(used))
        return list(numbers[: used.value // ctypes.sizeof(wintypes.DWORD)])

    def images(number: int) -> int:
        """Add up the sizes of a process's own DLLs, in bytes; 0 for one that cannot be read."""
        process = api.OpenProcess(READ, False, number)
        if not process:
            return 0
        modules, used = (wintypes.HMODULE * MOST)(), wintypes.DWORD()
        size = ctypes.sizeof(modules)
        total = 0
        if api.K32EnumProcessModules(process, modules, size, ctypes.byref(used)):
            for module in modules[: used.value // ctypes.sizeof(wintypes.HMODULE)]:
                name = ctypes.create_unicode_buffer(LONGEST)
                api.K32GetModuleFileNameExW(process, module, name, LONGEST)
                about = (ctypes.c_uint64 * 3)()  # MODULEINFO: base, size, entry
                api.K32GetModuleInformation(process, module, about, ctypes.sizeof(about))
                if not name.value.lower().startswith("c:\\windows"):
                    total += about[1] & 0xFFFFFFFF
        api.CloseHandle(process)
        return total

    if __name__ == "__main__":
        print(max(map(images, processes())))
