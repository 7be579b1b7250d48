/* python3.dll, the stable ABI: nothing but the forwards that the linker is given beside this file. */
int __stdcall DllMainCRTStartup(void *module, unsigned long reason, void *reserved)
{
    (void)module;
    (void)reason;
    (void)reserved;
    return 1;
}
