/* A mail program's library as Simple MAPI loads it: it writes down what it was handed.
 *
 * DZWONEK_TEST_MAPI names the file, DZWONEK_TEST_MAPI_DOES what else it does: take, abort, fail,
 * hang or crash. The wide structures stand here because the headers of mingw-w64 lack them.
 */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

typedef struct {
    ULONG reserved, kind;
    PWSTR name, address;
    ULONG entry_length;
    PVOID entry;
} Recipient;

typedef struct {
    ULONG reserved, flags, position;
    PWSTR path, name;
    PVOID kind;
} File;

typedef struct {
    ULONG reserved;
    PWSTR subject, text, kind, received, thread;
    ULONG flags;
    Recipient *originator;
    ULONG recipient_count;
    Recipient *recipients;
    ULONG file_count;
    File *files;
} Message;

static void line(FILE *out, const char *what, PWSTR text)
{
    char utf8[65536];
    WideCharToMultiByte(CP_UTF8, 0, text ? text : L"", -1, utf8, sizeof utf8, NULL, NULL);
    fprintf(out, "%s %s\n", what, utf8);
}

static void file(FILE *out, File *one)
{
    WIN32_FILE_ATTRIBUTE_DATA about = {0};
    GetFileAttributesExW(one->path, GetFileExInfoStandard, &about);
    line(out, "file", one->name);
    fprintf(out, "size %lu\n", about.nFileSizeLow);
}

__declspec(dllexport) ULONG WINAPI MAPISendMailW(ULONG_PTR session, ULONG_PTR window,
                                                 Message *message, ULONG flags, ULONG reserved)
{
    WCHAR path[MAX_PATH], does[16] = L"take";
    GetEnvironmentVariableW(L"DZWONEK_TEST_MAPI", path, MAX_PATH);
    GetEnvironmentVariableW(L"DZWONEK_TEST_MAPI_DOES", does, 16);
    if (!wcscmp(does, L"crash"))
        *(volatile int *)8 = 0;
    FILE *out = _wfopen(path, L"wb");
    line(out, "subject", message->subject);
    for (ULONG at = 0; at < message->recipient_count; at++)
        line(out, "to", message->recipients[at].address);
    for (ULONG at = 0; at < message->file_count; at++)
        file(out, &message->files[at]);
    fprintf(out, "flags %lu\n", flags);
    line(out, "text", message->text);
    fclose(out);
    if (!wcscmp(does, L"hang"))
        Sleep(INFINITE);
    return !wcscmp(does, L"abort") ? 1 : !wcscmp(does, L"fail") ? 2 : 0;
}

/* What Windows's own library asks of a mail program as well. */
__declspec(dllexport) ULONG WINAPI MAPISendMail(ULONG_PTR session, ULONG_PTR window, void *message,
                                                ULONG flags, ULONG reserved)
{
    return 2;
}

__declspec(dllexport) ULONG WINAPI MAPILogon(ULONG_PTR window, LPSTR profile, LPSTR password,
                                             ULONG flags, ULONG reserved, ULONG_PTR *session)
{
    *session = 1;
    return 0;
}

__declspec(dllexport) ULONG WINAPI MAPILogoff(ULONG_PTR session, ULONG_PTR window, ULONG flags,
                                              ULONG reserved)
{
    return 0;
}
