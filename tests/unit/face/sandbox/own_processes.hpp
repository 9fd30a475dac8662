// What this process has open and has started, to see that nothing is left behind.
#pragma once

#include <sys/wait.h>

#include <filesystem>
#include <iterator>
#include <vector>

namespace madoguchi::test {

[[nodiscard]] inline std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
}

// Running or not yet reaped.
[[nodiscard]] inline bool has_children() {
    siginfo_t ignored{};
    return ::waitid(P_ALL, 0, &ignored, WEXITED | WNOHANG | WNOWAIT) == 0;
}

} // namespace madoguchi::test
