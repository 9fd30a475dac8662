// What readings of one field say together. Readings are written as a network gives them.
#include "surface/reading/field_polls.hpp"
#include "tests/unit/surface/characters.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::surface;

namespace {

struct Reading {
    Source source;
    const char* text;
};
constexpr auto line = Source::JapaneseLine;
constexpr auto apart = Source::DigitsApart;
constexpr auto other_apart = Source::JapaneseApart;

template <typename Poll>
Poll asked(Poll poll, const std::vector<Reading>& readings) {
    for (const Reading& reading : readings) {
        poll.add(characters(reading.text), reading.source);
    }
    return poll;
}

constexpr DigitCounts one_and_two{2, 1, 2}; // 49年2月11日

} // namespace

TEST_CASE("an expiry needs two readings, one of them of the line") {
    const auto [readings, is_won] = GENERATE(table<std::vector<Reading>, bool>({
        {std::vector<Reading>{}, false},
        {std::vector<Reading>{{line, "2031年2月11日まで"}}, false},
        {{{line, "2031年2月11日まで"}, {line, "2031年2月11日まで有効"}}, true},
        {{{line, "2031年2月11日まで"}, {apart, "2031211"}}, true},
        {{{apart, "2031211"}, {other_apart, "2031211"}}, false},
        {{{line, "2031年2月11日"}, {line, "2037年2月11日"}, {apart, "2031211"}}, false},
        {{{line, "2031年2月31日"}, {line, "2031年2月31日"}}, false},
    }));
    const auto poll = asked(ExpiryPoll(one_and_two), readings);
    CHECK(poll.winner().has_value() == is_won);
    if (is_won) {
        CHECK(poll.winner()->value == ExpiryDate{2031, 2, 11});
    }
}

TEST_CASE("what is left of a date confirms it: the line lost a digit that its digits apart show") {
    const Reading dropped{line, "2031年2月1日まで有効"};
    const auto poll = asked(ExpiryPoll(one_and_two),
                            {dropped, {apart, "2031211"}, dropped, {other_apart, "2031211"}});
    REQUIRE(poll.winner());
    CHECK(poll.winner()->value == ExpiryDate{2031, 2, 11});
    CHECK_FALSE(asked(ExpiryPoll(one_and_two), {{line, "2031年2月4日"},
                                                {apart, "2031211"},
                                                {line, "2031年2月4日"},
                                                {other_apart, "2031211"}})
                    .winner());
}

TEST_CASE("a line with fewer digits than the ink shows needs four readings") {
    const Reading shorter{line, "2031年2月1日まで有効"};
    CHECK_FALSE(asked(ExpiryPoll(one_and_two), {shorter, shorter, shorter}).winner());
    CHECK(asked(ExpiryPoll(one_and_two), {shorter, shorter, shorter, shorter}).winner()->value ==
          ExpiryDate{2031, 2, 1});
    CHECK(asked(ExpiryPoll({2, 1, 1}), {shorter, shorter}).winner());
}

TEST_CASE("a birth date takes its era from lines and its numbers from either") {
    const std::optional<Read<ExpiryDate>> expiry{{{2028, 2, 11}, 0.9F}};
    const BirthDate born{Era::Showa, 49, 2, 11};
    const auto won =
        asked(BirthDatePoll(one_and_two, expiry),
              {{line, "昭和49年2月11日生"}, {apart, "49211"}, {line, "昭和9年2月1日生"}});
    REQUIRE(won.winner());
    CHECK(won.winner()->value == born);
    CHECK_FALSE(asked(BirthDatePoll(one_and_two, expiry),
                      {{line, "昭和49年2月11日生"}, {apart, "49211"}, {other_apart, "49211"}})
                    .winner()); // one line alone names the era
    CHECK_FALSE(asked(BirthDatePoll(one_and_two, expiry), {{line, "昭和49年2月11日生"}}).winner());
    CHECK_FALSE(asked(BirthDatePoll(one_and_two, expiry),
                      {{line, "昭和9年2月11日生"}, {line, "昭和9年2月11日生"}})
                    .winner()); // the ink shows two digits
    CHECK_FALSE(asked(BirthDatePoll(one_and_two, expiry),
                      {{line, "昭和49年2月17日生"}, {line, "昭和49年2月17日生"}})
                    .winner()); // the card does not end on that day
    CHECK_FALSE(asked(BirthDatePoll(one_and_two, expiry),
                      {{line, "昭和89年2月11日生"}, {line, "昭和89年2月11日生"}})
                    .winner()); // the era was over
}

TEST_CASE("lines that each lost other digits confirm together what their digits apart show") {
    const std::optional<Read<ExpiryDate>> expiry{{{2032, 10, 12}, 0.9F}};
    const DigitCounts counts{2, 2, 2};
    const auto [first, second, is_won] = GENERATE(table<const char*, const char*, bool>({
        {"昭和0年10月12日生", "昭和6年10月2日生", true},
        {"昭和1年10月12日生", "昭和1年10月12日生", false}, // 1 is not of 60
        {"昭和70年10月12日生", "昭和7年10月12日生", false},
    }));
    const auto poll =
        asked(BirthDatePoll(counts, expiry),
              {{line, first}, {apart, "601012"}, {line, second}, {other_apart, "601012"}});
    CHECK(poll.winner().has_value() == is_won);
}

TEST_CASE("what is left of a date does not win while the whole of it was seen") {
    const Reading shorter{line, "2031年2月1日まで有効"};
    CHECK_FALSE(
        asked(ExpiryPoll({2, 1, 1}), {shorter, shorter, {line, "2031年2月11日まで"}}).winner());
    CHECK_FALSE(asked(ExpiryPoll(one_and_two),
                      {shorter, shorter, shorter, shorter, {apart, "2031211"}, shorter})
                    .winner());
    CHECK(asked(ExpiryPoll({2, 1, 1}), {shorter, shorter, {line, "2031年2月91日まで"}})
              .winner()); // no day
}

TEST_CASE("a reading that no card can have printed is no witness against another") {
    CHECK(asked(ExpiryPoll(one_and_two),
                {{line, "2031年2月11日"}, {apart, "2931211"}, {line, "2031年2月11日"}})
              .winner());
    CHECK(asked(BirthDatePoll(one_and_two, std::nullopt),
                {{line, "昭和49年2月11日"}, {apart, "49041"}, {line, "昭和49年2月11日"}})
              .winner());
}

TEST_CASE("the day of the expiry is one more reading of the birthday, and none of the year") {
    const std::optional<Read<ExpiryDate>> expiry{{{2034, 1, 11}, 0.9F}};
    const Reading dropped{line, "昭和31年1月1日生"};
    const auto [readings, is_won] = GENERATE_COPY(table<std::vector<Reading>, bool>({
        {{dropped, {other_apart, "31111"}, dropped}, true},
        {{dropped, {line, "昭和31年1月11日生"}}, true},
        {{dropped, dropped, dropped, dropped}, false}, // nothing shows it here
        {{{line, "昭和1年1月1日生"}, {apart, "31111"}, {line, "昭和1年1月1日生"}}, false},
        {{dropped, {apart, "37111"}, dropped}, false},
    }));
    CHECK(asked(BirthDatePoll(one_and_two, expiry), readings).winner().has_value() == is_won);
    CHECK_FALSE(
        asked(BirthDatePoll(one_and_two, std::nullopt), {dropped, {other_apart, "31111"}, dropped})
            .winner());
}

TEST_CASE("of an era's name 和 is enough where the dates leave one era") {
    const auto [text, digits, expiry, born] = GENERATE(
        table<const char*, const char*, std::optional<ExpiryDate>, std::optional<BirthDate>>({
            {"和49年2月11日生", "49211", ExpiryDate{2028, 2, 11}, BirthDate{Era::Showa, 49, 2, 11}},
            {"和19年2月11日生", "19211", ExpiryDate{2028, 2, 11}, BirthDate{Era::Showa, 19, 2, 11}},
            {"成19年2月11日生", "19211", ExpiryDate{2036, 2, 11},
             BirthDate{Era::Heisei, 19, 2, 11}},
            {"和19年2月11日生", "19211", std::nullopt, std::nullopt}, // 令和19年 may yet come
            {"和10年2月11日生", "10211", ExpiryDate{2036, 2, 11}, std::nullopt},
        }));
    const auto known = expiry ? std::optional(Read<ExpiryDate>{*expiry, 0.9F}) : std::nullopt;
    const auto won =
        asked(BirthDatePoll(one_and_two, known), {{line, text}, {apart, digits}, {line, text}})
            .winner();
    CHECK(won.has_value() == born.has_value());
    CHECK((!born || won->value == *born));
}

TEST_CASE("a first year is one where the lines say so, whatever its digits look like") {
    const DigitCounts counts{1, 1, 2};
    const Reading first{line, "平成元年2月11日生"};
    const Reading one{line, "平成1年2月11日生"};
    CHECK(asked(BirthDatePoll(counts, std::nullopt), {first, first}).winner()->value ==
          BirthDate{Era::Heisei, 1, 2, 11});
    CHECK_FALSE(asked(BirthDatePoll(counts, std::nullopt), {one, one, one, one}).winner());
    CHECK_FALSE(asked(BirthDatePoll(counts, std::nullopt),
                      {first, {apart, "7211"}, {line, "平成7年2月11日生"}, {other_apart, "7211"}})
                    .winner());
}

TEST_CASE("a code needs readings of two sources") {
    const auto [readings, is_won] = GENERATE(table<std::vector<Reading>, bool>({
        {{{line, "7111"}, {line, "7111"}}, false},
        {{{line, "7111"}, {apart, "7111"}}, true},
        {{{apart, "7111"}, {other_apart, "7111"}}, true},
        {{{line, "711"}, {apart, "7111"}, {other_apart, "7711"}}, false},
        {{{line, "7111"}, {apart, "7111"}, {other_apart, "2111"}}, false},
    }));
    CHECK(asked(CodePoll(), readings).winner().has_value() == is_won);
}

TEST_CASE("what a poll forgot does not count") {
    ExpiryPoll poll = asked(ExpiryPoll(one_and_two), {{line, "2031年2月11日"}, {apart, "2031211"}});
    REQUIRE(poll.winner());
    poll.forget();
    CHECK_FALSE(poll.winner());
}
