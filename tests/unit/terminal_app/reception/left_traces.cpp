#include "tests/unit/terminal_app/reception/left_traces.hpp"

#include "hal/base/log.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace madoguchi::test {

namespace {

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Files of ours: everything but what other programs of the clinic are given.
std::vector<std::filesystem::path> files_of_ours(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).begin()->string();
        const bool exchanged =
            name == "eligibility" || name == "hand-over" || name == "patients.csv";
        if (entry.is_regular_file() && !exchanged) {
            files.push_back(entry.path());
        }
    }
    return files;
}

} // namespace

void check_nothing_is_left(const std::filesystem::path& folder,
                           const std::vector<std::string>& traces) {
    auto files = files_of_ours(folder);
    REQUIRE(files.size() >= 3); // log, journal, key
    files.emplace_back("/proc/self/cmdline");
    files.emplace_back("/proc/self/environ");
    for (const auto& file : files) {
        INFO(file.filename().string());
        const std::string text = content(file);
        for (const std::string& trace : traces) {
            CHECK_FALSE(holds(text, trace));
        }
    }
}

LogToFile::LogToFile(const std::filesystem::path& path) {
    REQUIRE(log::use_file(path).has_value());
    log::set_level(log::Level::Debug);
}

LogToFile::~LogToFile() {
    log::set_level(log::Level::Info);
    static_cast<void>(log::use_file("/dev/null"));
}

} // namespace madoguchi::test
