// What the program under test logs, every level of it, for a look at each line.
#pragma once

#include "tests/support/temporary_folder.hpp"

#include <string>

namespace madoguchi::test {

class LogLines {
public:
    // The log goes here from now on. Throws when that cannot be.
    LogLines();

    // What was logged since the last call.
    [[nodiscard]] std::string take();

private:
    TemporaryFolder folder_;
};

// One for the whole program: its file stays open.
[[nodiscard]] LogLines& log_lines();

} // namespace madoguchi::test
