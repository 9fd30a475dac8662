#include "hal/base/error.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <type_traits>

using namespace madoguchi;

// An error is copied, kept and logged freely: nothing in it may own what a card or person said.
static_assert(std::is_trivially_copyable_v<Error>);
static_assert(sizeof(Error) <= 64);

namespace {

ErrorCode code(unsigned value) {
    return static_cast<ErrorCode>(value);
}

} // namespace

TEST_CASE("every error code has a name of its own and a group with a name") {
    std::set<std::string_view> names;
    std::set<std::string_view> groups;
    for (unsigned value = 0; value < 1100; ++value) {
        const std::string_view name = name_of(code(value));
        if (name == "?") {
            continue;
        }
        CHECK(names.insert(name).second);
        groups.insert(name_of(group_of(code(value))));
    }
    CHECK(groups.size() == 11);
    CHECK(groups.count("?") == 0);
    CHECK(names.count("CardRemoved") == 1);
}

TEST_CASE("codes of a group follow each other without a gap") {
    for (unsigned group = 0; group <= 10; ++group) {
        bool ended = false;
        for (unsigned value = group * 100; value < (group + 1) * 100; ++value) {
            const bool named = name_of(code(value)) != "?";
            CHECK_FALSE((named && ended));
            ended = !named;
        }
        CHECK(name_of(code(group * 100)) != "?");
    }
}

TEST_CASE("the hundreds digit of a code is its group") {
    CHECK(group_of(ErrorCode::ServiceUnavailable) == ErrorGroup::Transport);
    CHECK(group_of(ErrorCode::NoProgress) == ErrorGroup::Card);
    CHECK(group_of(ErrorCode::SyntaxInvalid) == ErrorGroup::Encoding);
    CHECK(group_of(ErrorCode::Internal) == ErrorGroup::Internal);
}

TEST_CASE("numbers outside the enumeration are shown as unknown, not as something else") {
    CHECK(name_of(code(99)) == "?");
    CHECK(name_of(code(0xFFFF)) == "?");
    CHECK(name_of(static_cast<ErrorGroup>(11)) == "?");
}

TEST_CASE("an error carries code, text, numbers and the place it came from") {
    const Error plain(ErrorCode::Truncated, "file ends early");
    CHECK(plain.code() == ErrorCode::Truncated);
    CHECK(plain.text() == "file ends early");
    CHECK_FALSE(plain.status_word());
    CHECK_FALSE(plain.system_code());
    CHECK_THAT(plain.where().file_name(), Catch::EndsWith("error_test.cpp"));

    const Error full = plain.with_status_word(0x6A82).with_system_code(-5);
    CHECK(full.status_word() == 0x6A82);
    CHECK(full.system_code() == -5);
    CHECK(full.where().line() == plain.where().line());
    CHECK_FALSE(plain.status_word());
}
