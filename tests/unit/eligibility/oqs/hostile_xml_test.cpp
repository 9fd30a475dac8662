#include "tests/unit/eligibility/support/hostile_xml.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using test::with;

// How long each takes, at most 100 ms, is what `./dev bench eligibility` measures.
TEST_CASE("hostile XML is refused") {
    for (const test::HostileFile& hostile : test::hostile_files()) {
        INFO(hostile.what);
        const auto file = test::read(hostile.file);
        REQUIRE_FALSE(file);
        REQUIRE(file.error().code() == ErrorCode::AnswerUnreadable);
    }
}

TEST_CASE("character references that a writer needs are read") {
    const auto file =
        test::read(with(test::sample_face_file(), "青●　みどり", "&#x9AD9;橋 &amp; &#12354;"));
    REQUIRE(file);
    REQUIRE(file->answer.persons.front().name == "髙橋 & あ");
}

TEST_CASE("text that looks like markup or formats stays text") {
    const std::string text = "%s%n'; DROP TABLE x; -- \u202E{0}";
    const auto file = test::read(with(test::sample_face_file(), "青●　みどり", text));
    REQUIRE(file);
    REQUIRE(file->answer.persons.front().name == text);
}
