/* python.exe: the wheel that brings CPython's DLL has no program to start it. */
#include <windows.h>
#include <stdio.h>

typedef int (*Main)(int, wchar_t **);

int wmain(int count, wchar_t **arguments)
{
    HMODULE python = LoadLibraryW(L"python311.dll");
    Main run = python ? (Main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (run == NULL) {
        fprintf(stderr, "python311.dll cannot be used: error %lu\n", GetLastError());
        return 101;
    }
    return run(count, arguments);
}
