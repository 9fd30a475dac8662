#include "tests/unit/terminal_app/reception/patient_traces.hpp"

#include "hal/base/log.hpp"
#include "tests/support/cards/simulated_card.hpp"

#include <catch2/catch.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cctype>
#include <fstream>
#include <iterator>

namespace madoguchi::test {

namespace {

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> split_name(const std::string& name) {
    const auto at = name.find("\u3000");
    REQUIRE(at != std::string::npos);
    return {name.substr(0, at), name.substr(at + 3), name};
}

// The longest transparent file of the card is the one with the photo; a piece out of its middle.
std::string piece_of_photo(const std::string& persona) {
    Bytes longest;
    for (const auto& application : card_content(persona).applications) {
        for (const auto& file : application.files) {
            if (const auto* plain = std::get_if<sim::TransparentFile>(&file.content)) {
                longest = plain->content.size() > longest.size() ? plain->content : longest;
            }
        }
    }
    const auto jp2 = as_text(longest).find("jP  \r\n");
    REQUIRE(jp2 != std::string::npos);
    return as_text(longest).substr(jp2 + 512, 32);
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

std::vector<std::string> traces_of(const sim::Persona& person) {
    std::vector<std::string> all;
    for (const std::string& name : {person.name.kanji, person.name.kana}) {
        const auto parts = split_name(name);
        all.insert(all.end(), parts.begin(), parts.end());
    }
    const std::chrono::sys_days birth(person.birth_date);
    for (const char* form : {"{:%Y-%m-%d}", "{:%Y%m%d}", "{:%Y/%m/%d}"}) {
        all.push_back(fmt::format(fmt::runtime(form), birth));
    }
    all.insert(all.end(), {person.address, person.pins.authentication, person.individual_number,
                           person.verification_number_b(), person.insurance.number,
                           piece_of_photo(person.id)});
    return all;
}

bool holds(const std::string& text, const std::string& trace) {
    constexpr std::size_t no_accident = 6;
    const auto is_word = [&](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    };
    for (auto at = text.find(trace); at != std::string::npos; at = text.find(trace, at + 1)) {
        const bool alone = (at == 0 || !is_word(at - 1)) && !is_word(at + trace.size());
        if (trace.size() > no_accident || alone) {
            return true;
        }
    }
    return false;
}

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
