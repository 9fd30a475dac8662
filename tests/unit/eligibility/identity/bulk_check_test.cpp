#include "eligibility/identity/bulk/bulk_check.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::eligibility::identity;

namespace {

const std::string header = "id,name,birth_date,sex,address\n";

struct Lists {
    test::TemporaryFolder folder;
    std::filesystem::path left = folder.path() / "a.csv";
    std::filesystem::path right = folder.path() / "b.csv";

    Lists(const std::string& left_text, const std::string& right_text) {
        std::ofstream(left, std::ios::binary) << left_text;
        std::ofstream(right, std::ios::binary) << right_text;
    }

    tl::expected<BulkState, BulkFault> check(BulkOptions options = {}, BulkState from = {},
                                             std::size_t stop_after = SIZE_MAX) {
        auto one = *RecordList::open(left, "id", std::nullopt);
        auto other = *RecordList::open(right, "id", std::nullopt);
        if (from.left.offset > 0) {
            one.go_to(from.left);
            other.go_to(from.right);
        }
        std::size_t told = 0;
        return check_lists(one, other, std::move(from), options, ComparisonTables::built_in(),
                           [&](const BulkState&) { return ++told < stop_after; });
    }
};

std::string person(std::size_t id, const std::string& name = "青葉　みどり") {
    return std::to_string(id) + "," + name + ",1984-02-29,2,例町2-1-2\n";
}

// Every seventh is of somebody else, every eleventh is missing.
Lists many(std::size_t count) {
    std::string left = header;
    std::string right = header;
    for (std::size_t id = 1; id <= count; ++id) {
        left += person(id);
        if (id % 11 != 0) {
            right += id % 7 == 0 ? person(id, "若葉　岳") : person(id);
        }
    }
    return {left, right};
}

} // namespace

TEST_CASE("records of one key are compared, others and repeated ones are counted") {
    Lists lists(header + person(1) + person(2) + person(2) + person(9) + person(10),
                header + person(2, "若葉　岳") + person(3) + person(10) + person(10));
    const auto state = lists.check();
    REQUIRE(state.has_value());
    REQUIRE(state->tally.compared == 2);
    REQUIRE(state->tally.only_left == 2);
    REQUIRE(state->tally.only_right == 1);
    REQUIRE(state->tally.repeated_left == 1);
    REQUIRE(state->tally.repeated_right == 1);
    REQUIRE(state->tally.verdicts == std::array<std::uint64_t, 3>{1, 1, 0});
    REQUIRE(state->tally.sample.pairs().size() == 1);
    REQUIRE(state->tally.sample.pairs().front().key == "2");
    REQUIRE(state->tally.sample.pairs().front().left_line == 3);
}

TEST_CASE("the result is the same with any number of threads, and when stopped and gone on with") {
    Lists lists = many(30'000);
    const auto once = lists.check();
    REQUIRE(once->tally.compared == 30'000 - 30'000 / 11);
    REQUIRE(lists.check({KeyOrder::Number, 1, 5})->tally == once->tally);
    const auto part = lists.check({}, {}, 2);
    REQUIRE(part->tally.compared < once->tally.compared);
    REQUIRE(lists.check({}, *part)->tally == once->tally);
}

TEST_CASE("another seed gives another sample of the same size") {
    Lists lists = many(3'000);
    const auto one = lists.check();
    const auto other = lists.check({KeyOrder::Number, 2, 1});
    REQUIRE(one->tally.sample.pairs().size() == Sample::size_of_each);
    REQUIRE(other->tally.sample.pairs().size() == Sample::size_of_each);
    REQUIRE(one->tally.sample != other->tally.sample);
    REQUIRE(one->tally.verdicts == other->tally.verdicts);
}

TEST_CASE("keys are ordered as numbers or as text, and a wrong order is named by its line") {
    Lists lists(header + person(9) + person(10), header + person(9) + person(10));
    REQUIRE(lists.check()->tally.compared == 2);
    const auto refused = lists.check({KeyOrder::Text, 1, 1});
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(refused.error().side == Side::Left);
    REQUIRE(refused.error().fault.line == 3);
    REQUIRE(refused.error().fault.error.code() == ErrorCode::ValueInvalid);
}

TEST_CASE("CP932 is found out, and compared with UTF-8") {
    // "青葉　岳" in CP932
    const std::string name = "\x90\xC2\x97\x74\x81\x40\x8A\x78";
    Lists lists("id,name,birth_date\n1," + name + ",S59.2.29\n",
                "birth_date,id,name\n1984-02-29,1,青葉岳\n");
    const auto state = lists.check();
    REQUIRE(state.has_value());
    const auto& names = state->tally.findings[static_cast<std::size_t>(Item::Name)];
    REQUIRE(names[static_cast<std::size_t>(Agreement::EqualByNotation)]
                 [static_cast<std::size_t>(Rule::WidthAndSpace)] == 1);
}

TEST_CASE("a line that cannot be read is named") {
    struct Case {
        const char* what;
        std::string right;
        std::size_t line;
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {"too few fields", header + person(1) + "2,青葉\n", 3, ErrorCode::SyntaxInvalid},
        {"a quote not closed", header + "1,\"青葉,1984-02-29,2,x\n", 2, ErrorCode::SyntaxInvalid},
        {"no key", header + ",青葉,1984-02-29,2,x\n", 2, ErrorCode::SyntaxInvalid},
        {"a line without end", header + std::string(70'000, 'x') + "\n", 2, ErrorCode::TooLarge},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        Lists lists(header + person(1) + person(2), c.right);
        const auto state = lists.check();
        REQUIRE_FALSE(state.has_value());
        REQUIRE(state.error().side == Side::Right);
        REQUIRE(state.error().fault.line == c.line);
        REQUIRE(state.error().fault.error.code() == c.code);
    }
}

TEST_CASE("what is not of the encoding named is refused with its line") {
    Lists lists(header + person(1), header + "1,\x90\xC2,1984-02-29,2,x\n");
    auto left = *RecordList::open(lists.left, "id", ListEncoding::Utf8);
    auto right = *RecordList::open(lists.right, "id", ListEncoding::Utf8);
    const auto state = check_lists(left, right, {}, {}, ComparisonTables::built_in(),
                                   [](const BulkState&) { return true; });
    REQUIRE_FALSE(state.has_value());
    REQUIRE(state.error().fault.error.code() == ErrorCode::TextInvalid);
    REQUIRE(state.error().fault.line == 2);
}

TEST_CASE("a header without what is needed is refused") {
    const std::vector<std::pair<std::string, ErrorCode>> headers{
        {"number,name,birth_date\n", ErrorCode::TagMissing},
        {"id,name\n", ErrorCode::TagMissing},
        {"id,birth_date\n", ErrorCode::TagMissing},
        {"id,name,birth_date,name\n", ErrorCode::TagDuplicate},
        {"", ErrorCode::TagMissing},
    };
    for (const auto& [text, code] : headers) {
        INFO(text);
        Lists lists(text, header);
        const auto list = RecordList::open(lists.left, "id", std::nullopt);
        REQUIRE_FALSE(list.has_value());
        REQUIRE(list.error().error.code() == code);
    }
    REQUIRE_FALSE(RecordList::open("/nonexistent/a.csv", "id", std::nullopt).has_value());
}
