// What must not be found anywhere after a reception, and where to look.
#pragma once

#include "hw-sim/card/persona.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::test {

// Name, birth date, address, numbers and a piece of the card's photo.
[[nodiscard]] std::vector<std::string> traces_of(const sim::Persona& person);

// Whether the text has it: longer than any accident, or standing alone between other characters.
[[nodiscard]] bool holds(const std::string& text, const std::string& trace);

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
