// What a fuzz target holds to be true of every input: libFuzzer reports the abort with the input.
#pragma once

#include <cstdlib>

inline void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}
