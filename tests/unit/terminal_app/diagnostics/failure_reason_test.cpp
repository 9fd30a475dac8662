#include "terminal_app/diagnostics/error_table.hpp"
#include "terminal_app/diagnostics/failure_explanation.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

using namespace madoguchi;
using namespace madoguchi::terminal;

namespace {

std::string read_text(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file.is_open());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<ErrorCode> all_error_codes() {
    std::vector<ErrorCode> all;
    for (std::uint16_t value = 0; value <= 2000; ++value) {
        if (name_of(static_cast<ErrorCode>(value)) != "?") {
            all.push_back(static_cast<ErrorCode>(value));
        }
    }
    return all;
}

} // namespace

TEST_CASE("every failure reason has its own code of the agreed form") {
    const std::regex form(
        "F-(CARD|READER|PIN|NUMBER|SURFACE|TRUST|PHOTO|FACE|CAMERA|LINK|ANSWER|IDENTITY|"
        "SYSTEM)-[A-Z]+(-[A-Z]+)*");
    std::set<std::string_view> seen;
    for (const FailureReason reason : all_failure_reasons()) {
        const std::string code(code_of(reason));
        CHECK(std::regex_match(code, form));
        CHECK(seen.insert(code_of(reason)).second);
        CHECK(failure_reason_of(code) == reason);
    }
}

TEST_CASE("a code that is not ours is no failure reason") {
    CHECK_FALSE(failure_reason_of("F-CARD-EATEN").has_value());
    CHECK_FALSE(failure_reason_of("").has_value());
}

TEST_CASE("every failure reason is explained to patient, staff and engineer") {
    for (const FailureReason reason : all_failure_reasons()) {
        INFO(code_of(reason));
        const FailureExplanation& text = explanation_of(reason);
        CHECK(text.reason == reason);
        for (const CauseAndRemedy& said : {text.patient, text.staff, text.engineer}) {
            CHECK_FALSE(said.cause.empty());
            CHECK_FALSE(said.remedy.empty());
        }
        CHECK_FALSE(text.next_steps.empty());
    }
}

TEST_CASE("the page of failure reasons is the one that the table prints") {
    CHECK(read_text(MADOGUCHI_SOURCE "/docs/failure-reasons.md") == failure_reasons_page());
}

TEST_CASE("every error code means a failure reason") {
    const auto codes = all_error_codes();
    REQUIRE(codes.size() > 40);
    for (const ErrorCode code : codes) {
        INFO(name_of(code));
        const ErrorMeaning meaning = meaning_of(code);
        // Internal is the answer for what nobody thought of, so only one code may mean it.
        CHECK((meaning.reason == FailureReason::SystemInternal) == (code == ErrorCode::Internal));
        CHECK(meaning.recovery <= Recovery::RestartPart);
    }
}

TEST_CASE("no error leads to a second presentation of a number by itself") {
    for (const ErrorCode code :
         {ErrorCode::KeyBlocked, ErrorCode::RetryCounterTooLow, ErrorCode::RetryCounterUnknown,
          ErrorCode::CardReset, ErrorCode::CardRemoved, ErrorCode::UnexpectedStatusWord}) {
        CHECK(meaning_of(code).recovery != Recovery::RetryHere);
    }
}
