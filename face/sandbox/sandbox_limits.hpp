// How much a picture decoder may use.
#pragma once

#include <cstdint>

namespace madoguchi::face {

struct SandboxLimits {
    std::uint64_t memory_mebibytes = 0;  // of address space, what is loaded included
    std::uint64_t processor_seconds = 0; // then the kernel ends the process
};

} // namespace madoguchi::face
