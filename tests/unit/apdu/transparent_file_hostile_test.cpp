// Files that lie about themselves and cards that answer READ BINARY with anything.
#include "apdu/transparent_file.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/support/file_card.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::AnsweringChannel;
using test::FileCard;
using test::hex;
using test::ScriptedChannel;

namespace {

constexpr ShortFileId file{0x0A};
constexpr std::size_t largest = 2000;

ExchangeBudget generous() {
    return {1000, 10'000'000, Deadline::after(10s)};
}

ErrorCode refusal_by(hal::CardChannel& card, TlvRules rules = TlvRules::Tolerant) {
    ApduChannel channel(card, {});
    ExchangeBudget budget = generous();
    const auto content = read_object_file(channel, {file, 256, largest}, budget, rules);
    REQUIRE_FALSE(content);
    return content.error().code();
}

ErrorCode refusal_of(const Bytes& physical, TlvRules rules = TlvRules::Tolerant) {
    FileCard card(physical, {});
    return refusal_by(card, rules);
}

} // namespace

TEST_CASE("a header that lies is refused") {
    struct Case {
        std::string_view beginning; // followed by 300 zeros
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {"3080", ErrorCode::LengthInvalid},                 // indefinite
        {"3084FFFFFFFF", ErrorCode::TooLarge},              // 4 GiB
        {"308207CD", ErrorCode::TooLarge},                  // one more than largest
        {"308207CC", ErrorCode::Truncated},                 // longer than the file
        {"3082012D", ErrorCode::Truncated},                 // by one byte
        {"30050102030405060708", ErrorCode::SyntaxInvalid}, // goes on behind its object
        {"308200000102", ErrorCode::SyntaxInvalid},         // empty object, then data
        {"FFFFFFFF", ErrorCode::TagUnexpected},             // never written
        {"1F00", ErrorCode::TagUnexpected},
    };
    for (const Case& each : cases) {
        INFO(each.beginning);
        CHECK(refusal_of(concatenate({hex(each.beginning), Bytes(300, 0)})) == each.code);
    }
    CHECK(refusal_of(hex("308105 0102030405 00"), TlvRules::Strict) == ErrorCode::LengthInvalid);
    CHECK(refusal_of(hex("30820000 0000"), TlvRules::Strict) == ErrorCode::LengthInvalid);
}

TEST_CASE("a file cut anywhere inside its object is truncated") {
    Bytes object = concatenate({hex("30820200"), Bytes(0x200, 0x5A)});
    for (std::size_t size = 1; size < object.size(); ++size) {
        INFO(size);
        CHECK(
            refusal_of(Bytes(object.begin(), object.begin() + static_cast<std::ptrdiff_t>(size))) ==
            ErrorCode::Truncated);
    }
}

TEST_CASE("success without data is refused, once a reader that takes Le 00 for none is ruled out") {
    ScriptedChannel first;
    first.expect("00B08A00 00", "9000").expect("00B08A00 FB", "9000");
    CHECK(refusal_by(first) == ErrorCode::NoProgress);
    ScriptedChannel later;
    later.expect("00B08A00 00", "30820100 01 9000").expect("00B00005 FF", "9000");
    CHECK(refusal_by(later) == ErrorCode::NoProgress);
}

TEST_CASE("more data than asked for are refused") {
    ScriptedChannel card;
    card.expect("00B08A00 00", "3003AABB 9000").expect("00B00004 01", "CCDD 9000");
    CHECK(refusal_by(card) == ErrorCode::LengthInvalid);
    AnsweringChannel flood([](ByteView) { return concatenate({Bytes(70'000), hex("9000")}); });
    CHECK(refusal_by(flood) == ErrorCode::LengthInvalid);
}

TEST_CASE("6282 before the object is whole is the file's end") {
    ScriptedChannel empty;
    empty.expect("00B08A00 00", "6282");
    CHECK(refusal_by(empty) == ErrorCode::Truncated);
    ScriptedChannel cut;
    cut.expect("00B08A00 00", "3003AABB 6282");
    CHECK(refusal_by(cut) == ErrorCode::Truncated);
}

TEST_CASE("6B00 is the file's end behind its beginning, and a refusal at it") {
    ScriptedChannel behind;
    behind.expect("00B08A00 00", "3003AABB 9000").expect("00B00004 01", "6B00");
    CHECK(refusal_by(behind) == ErrorCode::Truncated);
    ScriptedChannel at_once;
    at_once.expect("00B08A00 00", "6B00");
    CHECK(refusal_by(at_once) == ErrorCode::UnexpectedStatusWord);
}

TEST_CASE("no status word but 9000 and 6282 gives data, first or later") {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        const StatusWord status(static_cast<std::uint16_t>(value));
        if (status.is_success() || status == status::end_of_file_reached ||
            status.has_more_data() || status.has_exact_length()) {
            continue;
        }
        for (const bool first : {true, false}) {
            bool answered = first;
            AnsweringChannel card([&](ByteView) {
                const Bytes beginning =
                    answered ? Bytes{0x30, 0x02, 0xAA, 0xBB, status.sw1(), status.sw2()}
                             : hex("3002AA 9000");
                answered = true;
                return beginning;
            });
            ApduChannel channel(card, {});
            ExchangeBudget budget = generous();
            REQUIRE_FALSE(read_object_file(channel, {file, 256, largest}, budget));
        }
    }
}

TEST_CASE("the refusals of the card keep their meaning") {
    struct Case {
        std::string_view answer;
        ErrorCode code;
    };
    for (const Case each :
         {Case{"6982", ErrorCode::SecurityStatusNotSatisfied},
          Case{"6A82", ErrorCode::FileNotFound}, Case{"6981", ErrorCode::UnexpectedStatusWord}}) {
        ScriptedChannel card;
        card.expect("00B08A00 00", each.answer);
        CHECK(refusal_by(card) == each.code);
    }
    ScriptedChannel card;
    card.expect("00B08A00 00", "6700").expect("00B08A00 FB", "6700");
    CHECK(refusal_by(card) == ErrorCode::UnexpectedStatusWord);
}

TEST_CASE("a whole file that never ends stops at its cap, one that just fits does not") {
    FileCard just(Bytes(largest, 0x5A), {});
    ApduChannel channel(just, {});
    ExchangeBudget budget = generous();
    CHECK(read_whole_file(channel, file, largest, budget));
    CHECK(read_whole_file(channel, file, largest - 1, budget).error().code() ==
          ErrorCode::TooLarge);

    FileCard endless(Bytes(0x10000, 0x5A), {});
    ApduChannel other(endless, {.extended_length = true});
    CHECK(read_whole_file(other, file, 0x7FFF, budget).error().code() == ErrorCode::TooLarge);
}

TEST_CASE("offsets that READ BINARY cannot carry are refused, not wrapped") {
    AnsweringChannel card([](ByteView) { return concatenate({Bytes(256, 0x5A), hex("9000")}); });
    ApduChannel channel(card, {});
    ExchangeBudget budget = generous();
    const auto content = read_sized_file(channel, file, 0x10000, budget);
    REQUIRE_FALSE(content);
    CHECK(content.error().code() == ErrorCode::TooLarge);
    CHECK(card.commands().size() == 128);
    CHECK(card.commands().back() == hex("00B07F00 00"));
}

TEST_CASE("a card that gives a few bytes at a time is stopped by the budget") {
    FileCard card(concatenate({hex("30820700"), Bytes(0x700)}), {.longest_answer = 8});
    ApduChannel channel(card, {});
    ExchangeBudget budget(100, 1'000'000, Deadline::after(10s));
    CHECK(read_object_file(channel, {file, 256, largest}, budget).error().code() ==
          ErrorCode::BudgetExceeded);
}
