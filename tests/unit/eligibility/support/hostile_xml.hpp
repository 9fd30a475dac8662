// Files that mean harm to whoever parses them: all are to be refused, and none may cost much.
#pragma once

#include <string>
#include <vector>

namespace madoguchi::test {

struct HostileFile {
    const char* what;
    std::string file;
};

[[nodiscard]] std::vector<HostileFile> hostile_files();

} // namespace madoguchi::test
