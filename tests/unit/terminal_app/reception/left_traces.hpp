// Where to look for what must not be found anywhere after a reception.
#pragma once

#include "tests/support/cards/patient_traces.hpp"

#include <filesystem>

namespace madoguchi::test {

// Looks into every file of the folder but those that other programs of the clinic are given, and
// into the arguments and environment of this process.
void check_nothing_is_left(const std::filesystem::path& folder,
                           const std::vector<std::string>& traces);

// All that is logged goes to this file as long as this object lives.
class LogToFile {
public:
    explicit LogToFile(const std::filesystem::path& path);
    ~LogToFile();
    LogToFile(const LogToFile&) = delete;
    LogToFile& operator=(const LogToFile&) = delete;
};

} // namespace madoguchi::test
