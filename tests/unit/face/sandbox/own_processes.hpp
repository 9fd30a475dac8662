// What this process has open and has started, to see that nothing is left behind.
#pragma once

#include <sys/wait.h>

#include <filesystem>
#include <fstream>
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

// The same by their numbers, whichever thread started them.
[[nodiscard]] inline std::vector<pid_t> children() {
    std::vector<pid_t> found;
    std::error_code gone; // a thread that ends meanwhile
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", gone)) {
        std::ifstream list(thread.path() / "children");
        for (pid_t child = 0; list >> child;) {
            found.push_back(child);
        }
    }
    return found;
}

} // namespace madoguchi::test
