// After receptions by PIN and by sight nothing of the patient is left in any file but those that
// the receipt computer and the eligibility service exchange, nor in arguments or environment.
#include "hal/base/log.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::ReceptionBench;

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
    for (const auto& application : test::card_content(persona).applications) {
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

// Longer than any accident, or standing alone between characters that are no digits.
bool holds(const std::string& text, const std::string& canary) {
    const auto is_digit = [&](std::size_t at) {
        return at < text.size() && std::isalnum(static_cast<unsigned char>(text[at])) != 0;
    };
    for (auto at = text.find(canary); at != std::string::npos; at = text.find(canary, at + 1)) {
        const bool alone = (at == 0 || !is_digit(at - 1)) && !is_digit(at + canary.size());
        if (canary.size() > 6 || alone) {
            return true;
        }
    }
    return false;
}

std::vector<std::string> canaries_of(const sim::Persona& person) {
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

// Logs to a file as long as it lives.
class LogToFile {
public:
    explicit LogToFile(const std::filesystem::path& path) {
        REQUIRE(log::use_file(path).has_value());
        log::set_level(log::Level::Debug);
    }
    ~LogToFile() {
        log::set_level(log::Level::Info);
        static_cast<void>(log::use_file("/dev/null"));
    }
    LogToFile(const LogToFile&) = delete;
    LogToFile& operator=(const LogToFile&) = delete;
};

} // namespace

TEST_CASE("nothing of the patient is left behind") {
    ReceptionBench bench;
    const LogToFile logged(bench.folder() / "terminal.log");
    CHECK(bench.receive_by_pin("0000").outcome == "not_confirmed");
    bench.take_card();
    CHECK(bench.receive_by_pin().outcome == "eligible");
    bench.take_card();
    HeadlessWishes visual;
    visual.way = Way::Visual;
    visual.same_person = true;
    CHECK(bench.receive(std::move(visual)).outcome == "eligible");
    bench.take_card();

    const auto canaries = canaries_of(bench.person());
    auto files = files_of_ours(bench.folder());
    REQUIRE(files.size() >= 3); // log, journal, key
    files.emplace_back("/proc/self/cmdline");
    files.emplace_back("/proc/self/environ");
    for (const auto& file : files) {
        INFO(file.filename().string());
        const std::string text = content(file);
        for (const std::string& canary : canaries) {
            CHECK_FALSE(holds(text, canary));
        }
    }
}

TEST_CASE("the canary scan finds what it looks for") {
    const sim::Persona person = test::persona("p02");
    for (const std::string& canary : canaries_of(person)) {
        CHECK(holds("x=\"" + canary + "\"", canary));
    }
    CHECK_FALSE(holds("chain=ab" + person.pins.authentication + "cd", person.pins.authentication));
}
