/* builtin_genre.c - data/genre.idx as it is built into the library: some megabytes that stay in the
 * file of the program until they are looked at */
#include "builtin.h"

/* C17 has no #embed; gcc and clang hand this to the assembler, which finds the file as the
 * compiler finds headers. */
__asm__(".section .rodata\n"
        ".global dz_builtin_genre\n"
        ".global dz_builtin_genre_end\n"
        ".hidden dz_builtin_genre\n"
        ".hidden dz_builtin_genre_end\n"
        "dz_builtin_genre:\n"
        ".incbin \"data/genre.idx\"\n"
        "dz_builtin_genre_end:\n"
        ".byte 0\n"
        ".text\n");
