/* icuuc.dll, part of Windows 10 and unknown to wine 8. Qt asks it for legacy text codecs alone, and
   every one of them is said to be missing; UTF-8 and UTF-16 are Qt's own.
   https://unicode-org.github.io/icu-docs/apidoc/released/icu4c/ucnv_8h.html */
#include <stddef.h>

#define EXPORTED __declspec(dllexport)
#define MISSING_RESOURCE 2 /* U_MISSING_RESOURCE_ERROR of unicode/utypes.h */
#define LONGEST_CHARACTER 4

typedef void Converter;

static void refuse(int *status)
{
    if (status != NULL)
        *status = MISSING_RESOURCE;
}

EXPORTED Converter *ucnv_open(const char *name, int *status)
{
    (void)name;
    refuse(status);
    return NULL;
}

EXPORTED const char *ucnv_getName(const Converter *converter, int *status)
{
    (void)converter;
    refuse(status);
    return NULL;
}

EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *status)
{
    (void)name;
    (void)standard;
    refuse(status);
    return NULL;
}

EXPORTED const char *ucnv_getAvailableName(int index)
{
    (void)index;
    return NULL;
}

EXPORTED int ucnv_countAvailable(void)
{
    return 0;
}

EXPORTED signed char ucnv_getMaxCharSize(const Converter *converter)
{
    (void)converter;
    return LONGEST_CHARACTER;
}

/* Without a converter nobody calls the rest; Qt6Core.dll cannot be loaded unless it is there. */
#define NEVER_CALLED(name) EXPORTED void name(void) {}
NEVER_CALLED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(ucnv_cbFromUWriteUChars)
NEVER_CALLED(ucnv_cbToUWriteUChars)
NEVER_CALLED(ucnv_close)
NEVER_CALLED(ucnv_fromUCountPending)
NEVER_CALLED(ucnv_fromUnicode)
NEVER_CALLED(ucnv_getFromUCallBack)
NEVER_CALLED(ucnv_getToUCallBack)
NEVER_CALLED(ucnv_reset)
NEVER_CALLED(ucnv_setFromUCallBack)
NEVER_CALLED(ucnv_setToUCallBack)
NEVER_CALLED(ucnv_toUCountPending)
NEVER_CALLED(ucnv_toUnicode)
