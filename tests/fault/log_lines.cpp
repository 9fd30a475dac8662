#include "tests/fault/log_lines.hpp"

#include "hal/base/log.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace madoguchi::test {

LogLines::LogLines() {
    if (!log::use_file(folder_.path() / "log")) {
        throw std::runtime_error("the log cannot be written to a file");
    }
    log::set_level(log::Level::Debug);
    log::write(log::Level::Debug, "every line is looked at");
    if (take().find("every line is looked at") == std::string::npos) {
        throw std::runtime_error("what is logged does not arrive");
    }
}

std::string LogLines::take() {
    log::write(log::Level::Info, "up to here"); // from this level on, lines are flushed
    const auto path = folder_.path() / "log";
    std::ifstream file(path, std::ios::binary);
    std::string lines{std::istreambuf_iterator<char>(file), {}};
    if (!lines.empty()) {
        std::filesystem::resize_file(path, 0);
    }
    return lines;
}

LogLines& log_lines() {
    static LogLines lines;
    return lines;
}

} // namespace madoguchi::test
