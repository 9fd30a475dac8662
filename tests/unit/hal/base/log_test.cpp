#include "hal/base/log.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <type_traits>

using namespace madoguchi;

// Only literals, numbers, truth values and text marked as harmless are fields.
static_assert(!std::is_constructible_v<log::Field, StaticText, std::string>);
static_assert(!std::is_convertible_v<std::string, log::HarmlessText>);
static_assert(!std::is_convertible_v<std::string_view, log::HarmlessText>);

namespace {

// A log file for one test; lines() is what was written since.
class LogFile {
public:
    LogFile()
        : folder_(std::filesystem::temp_directory_path() /
                  ("madoguchi-log-test-" + std::to_string(::getpid()))) {
        std::filesystem::create_directory(folder_);
        REQUIRE(log::use_file(folder_ / "log"));
    }
    ~LogFile() { std::filesystem::remove_all(folder_); }
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    [[nodiscard]] std::string content() const {
        std::ostringstream text;
        text << std::ifstream(folder_ / "log").rdbuf();
        return text.str();
    }
    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_; }

private:
    std::filesystem::path folder_;
};

} // namespace

TEST_CASE("a log line holds time, level, event and fields") {
    const LogFile file;
    log::write(log::Level::Info, "reader found",
               {{"count", 2},
                {"ready", true},
                {"way", StaticText("face")},
                {"name", log::HarmlessText("ACR1252 \"0\"\n\x1B")}});
    CHECK_THAT(
        file.content(),
        Catch::Matches("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d "
                       "info reader found "
                       "count=2 ready=true way=face name=\"ACR1252 \\?0\\?\\?\\?\"\n$"));
}

TEST_CASE("an error is logged with group, code, text, numbers and place") {
    const LogFile file;
    log::write_error(log::Level::Error, "reading failed",
                     Error(ErrorCode::FileNotFound, "no such file").with_status_word(0x6A82));
    CHECK_THAT(file.content(), Catch::Contains("error reading failed error=Card/FileNotFound "
                                               "text=\"no such file\" sw=6A82 at=log_test.cpp:"));
}

TEST_CASE("numbers that an error does not have are left out") {
    const LogFile file;
    log::write_error(log::Level::Warning, "reader", Error(ErrorCode::ReaderLost, "gone"));
    CHECK_THAT(file.content(), !Catch::Contains("sw="));
    CHECK_THAT(file.content(), !Catch::Contains("system_code="));
    log::write_error(log::Level::Warning, "reader",
                     Error(ErrorCode::ReaderLost, "gone").with_system_code(0x80100017));
    CHECK_THAT(file.content(), Catch::Contains("system_code=2148532247"));
}

TEST_CASE("levels below the chosen one are not written") {
    const LogFile file;
    log::write(log::Level::Debug, "not by default");
    log::set_level(log::Level::Warning);
    log::write(log::Level::Info, "not now");
    log::write(log::Level::Warning, "this one");
    log::set_level(log::Level::Debug);
    log::write(log::Level::Debug, "and this one");
    log::set_level(log::Level::Info);
    log::write(log::Level::Info, "last");
    CHECK_THAT(file.content(), !Catch::Contains("not "));
    CHECK_THAT(file.content(), Catch::Contains("this one"));
    CHECK_THAT(file.content(), Catch::Contains("and this one"));
}

TEST_CASE("a log file that cannot be opened is an error, and the log stays where it was") {
    const LogFile file;
    const Result<void> used = log::use_file(file.folder() / "log" / "below-a-file");
    REQUIRE_FALSE(used);
    CHECK(used.error().code() == ErrorCode::StorageFailed);
    log::write(log::Level::Info, "still here");
    CHECK_THAT(file.content(), Catch::Contains("still here"));
}

TEST_CASE("harmless text is cut to 200 bytes") {
    CHECK(log::HarmlessText(std::string(10'000, 'x')).text().size() == 200);
}
