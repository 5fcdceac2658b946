/* fuzz.h - what the fuzz entry points share. */
#ifndef DZ_TESTS_FUZZ_FUZZ_H
#define DZ_TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* The entry point that libFuzzer and replay.c call; 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

#endif
