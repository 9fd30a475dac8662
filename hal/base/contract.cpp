#include "hal/base/contract.hpp"

#include <cstdio>
#include <exception>

namespace madoguchi::contract {

void violated(const char* kind, const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "madoguchi: %s violated: %s (%s:%d)\n", kind, condition, file, line);
    std::terminate();
}

} // namespace madoguchi::contract
