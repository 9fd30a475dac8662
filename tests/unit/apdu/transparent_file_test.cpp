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

ExchangeBudget generous() {
    return {1000, 1'000'000, Deadline::after(10s)};
}

// One object of this many bytes in all, at least 260.
Bytes object_of(std::size_t size) {
    const std::size_t content = size - 4;
    Bytes object{0x30, 0x82, static_cast<std::uint8_t>(content >> 8U),
                 static_cast<std::uint8_t>(content & 0xFFU)};
    for (std::size_t i = 0; i < content; ++i) {
        object.push_back(static_cast<std::uint8_t>(i * 7 + 1));
    }
    return object;
}

struct Manner {
    const char* name;
    FileCard::Manners card;
    ApduLimits limits;
};

const std::vector<Manner> all_manners{
    {"short", {}, {}},
    {"extended", {}, {.extended_length = true}},
    {"card without extended length", {.extended_length = false}, {.extended_length = true}},
    {"answers cut at 255 bytes", {.longest_answer = 255}, {}},
    {"answers cut at 1690 bytes", {.longest_answer = 1690}, {.extended_length = true}},
    {"reader that takes 1000 bytes", {}, {.extended_length = true, .longest_answer_data = 1000}},
    {"answers cut at 1690 bytes, status word lost",
     {.longest_answer = 1690, .cuts_status_word = true},
     {.extended_length = true}},
    {"reader that takes Le 00 for none", {.takes_zero_for_none = true}, {}},
    {"reader that takes Le 00 for none, card without extended length",
     {.extended_length = false, .takes_zero_for_none = true},
     {.extended_length = true}},
    {"sixteen bytes at a time", {.longest_answer = 16}, {.extended_length = true}},
    {"6282 at the end", {.warns_at_end = true}, {}},
    {"6282 at the end, extended", {.warns_at_end = true}, {.extended_length = true}},
};

} // namespace

TEST_CASE("an object file is its object, byte for byte, however card and reader cut it") {
    for (const std::size_t size : {260UL, 261UL, 512UL, 513UL, 1900UL, 6000UL}) {
        for (const std::uint8_t filler : Bytes{0x00, 0xFF}) {
            const Bytes object = object_of(size);
            const Bytes physical = concatenate({object, Bytes(100, filler)});
            for (const Manner& manner : all_manners) {
                INFO(manner.name << ", " << size);
                FileCard card(physical, manner.card);
                ApduChannel channel(card, manner.limits);
                ExchangeBudget budget = generous();
                CHECK((read_object_file(channel, {file, 256, 6000}, budget) ==
                       object)); // not printed
            }
        }
    }
}

TEST_CASE("a whole file comes with its filler, however card and reader cut it") {
    for (const std::size_t size : {1UL, 17UL, 255UL, 256UL, 257UL, 512UL, 2000UL}) {
        const Bytes physical(size, 0x5A);
        for (const Manner& manner : all_manners) {
            INFO(manner.name << ", " << size);
            FileCard card(physical, manner.card);
            ApduChannel channel(card, manner.limits);
            ExchangeBudget budget = generous();
            CHECK((read_whole_file(channel, file, 2000, budget) == physical));
        }
    }
}

TEST_CASE("a sized file is read as far as its size") {
    for (const Manner& manner : all_manners) {
        INFO(manner.name);
        FileCard card(Bytes(700, 0x5A), manner.card);
        ApduChannel channel(card, manner.limits);
        ExchangeBudget budget = generous();
        CHECK(read_sized_file(channel, file, 600, budget) == Bytes(600, 0x5A));
    }
}

TEST_CASE("the first command selects by short identifier, the others go on by offset") {
    ScriptedChannel card;
    const Bytes object = object_of(400);
    const Bytes first(object.begin(), object.begin() + 256);
    const Bytes second(object.begin() + 256, object.end());
    card.expect(hex("00B08A00 00"), concatenate({first, hex("9000")}))
        .expect(hex("00B00100 90"), concatenate({second, hex("9000")}));
    ApduChannel channel(card, {});
    ExchangeBudget budget = generous();
    CHECK(read_object_file(channel, {file, 256, 1000}, budget) == object);
}

TEST_CASE("a card that refuses extended length is asked so once, and not again for the next file") {
    ScriptedChannel card;
    card.expect("00B08A00 000100", "6700")
        .expect("00B08A00 00", "3001AA 9000")
        .expect("00B08A00 00", "3001BB 9000");
    ApduChannel channel(card, {.extended_length = true});
    ExchangeBudget budget = generous();
    CHECK(read_object_file(channel, {file, 256, 10}, budget) == hex("3001AA"));
    CHECK_FALSE(channel.limits().extended_length);
    CHECK(read_object_file(channel, {file, 256, 10}, budget) == hex("3001BB"));
}

TEST_CASE("long answers are asked for once it is known how long the object is, filler never") {
    ScriptedChannel card;
    const Bytes object = object_of(1900);
    card.expect(hex("00B08A00 000100"), concatenate({ByteView(object).first(256), hex("9000")}))
        .expect(hex("00B00100 00066C"), concatenate({ByteView(object).subspan(256), hex("9000")}));
    ApduChannel channel(card, {.extended_length = true});
    ExchangeBudget budget = generous();
    CHECK((read_object_file(channel, {file, 256, 6000}, budget) == object));
}

TEST_CASE("a cut is learned once: no further answer is asked for beyond it") {
    struct Case {
        std::size_t cut;
        std::size_t asked;     // at most, from then on
        std::size_t exchanges; // for 6000 bytes, the first 256 apart
    };
    for (const Case each : {Case{1690, 1690, 5}, Case{256, 251, 24}, Case{255, 251, 24}}) {
        INFO(each.cut);
        FileCard physical(object_of(6000), {.longest_answer = each.cut});
        std::size_t longest_asked_after_cut = 0;
        bool was_cut = false;
        AnsweringChannel card([&](ByteView command) {
            const std::size_t asked = CommandApdu::decode(command)->expected_length.value();
            if (was_cut) {
                longest_asked_after_cut = std::max(longest_asked_after_cut, asked);
            }
            was_cut = was_cut || asked > each.cut;
            return physical.transmit(command, Deadline::after(10s));
        });
        ApduChannel channel(card, {.extended_length = true});
        ExchangeBudget budget = generous();
        REQUIRE(read_object_file(channel, {file, 256, 6000}, budget));
        CHECK(longest_asked_after_cut == each.asked);
        CHECK(card.commands().size() == each.exchanges);
    }
}

TEST_CASE("a reader that takes Le 00 for none is asked for less from then on") {
    ScriptedChannel card;
    card.expect("00B08A00 00", "9000")
        .expect("00B08A00 FB", "3001AA 9000")
        .expect("00B08A00 FB", "3001BB 9000");
    ApduChannel channel(card, {});
    ExchangeBudget budget = generous();
    CHECK(read_object_file(channel, {file, 256, 10}, budget) == hex("3001AA"));
    CHECK(read_object_file(channel, {file, 256, 10}, budget) == hex("3001BB"));
}

TEST_CASE("6282 ends a read that has all it needs") {
    ScriptedChannel card;
    card.expect("00B08A00 00", "3001AA FFFF 6282");
    ApduChannel channel(card, {});
    ExchangeBudget budget = generous();
    CHECK(read_object_file(channel, {file, 256, 10}, budget) == hex("3001AA"));
}

TEST_CASE("two stray bytes before an object are passed over where its tag is known") {
    const auto read = [](const Bytes& content, std::uint16_t tag) {
        AnsweringChannel card([&content](ByteView /*command*/) -> Result<Bytes> {
            return concatenate({content, hex("9000")});
        });
        ApduChannel channel(card, {});
        ExchangeBudget budget = generous();
        return read_object_file(channel, {file, 64, 64, tag}, budget);
    };
    const Bytes object = hex("FF20 03 010203");
    CHECK(read(object, 0xFF20) == object);
    CHECK(read(concatenate({hex("5AA5"), object}), 0xFF20) == object);
    CHECK(read(concatenate({hex("5AA5"), object, hex("FFFF")}), 0xFF20) == object);
    CHECK_FALSE(read(concatenate({hex("5AA5"), object}), 0).has_value());
    CHECK_FALSE(read(concatenate({hex("5A"), object}), 0xFF20).has_value());
    CHECK_FALSE(read(concatenate({hex("5AA55A"), object}), 0xFF20).has_value());
    CHECK_FALSE(read(concatenate({hex("5AA5"), object, hex("01")}), 0xFF20).has_value());
}

TEST_CASE("rules say how the header may be coded") {
    for (const TlvRules rules : {TlvRules::Tolerant, TlvRules::Strict}) {
        FileCard card(hex("308101AA00"), {});
        ApduChannel channel(card, {});
        ExchangeBudget budget = generous();
        CHECK(read_object_file(channel, {file, 256, 10}, budget, rules).has_value() ==
              (rules == TlvRules::Tolerant));
    }
}

TEST_CASE("a reading that was interrupted goes on behind what it has") {
    const Bytes object = object_of(700);
    const auto answer = [&](std::size_t offset, std::size_t size) {
        return concatenate({ByteView(object).subspan(offset, size), hex("9000")});
    };
    ScriptedChannel torn;
    torn.expect(hex("00B08A00 00"), answer(0, 256))
        .expect(hex("00B00100 FB"), answer(256, 251))
        .expect_failure("00B001FB C1", ErrorCode::CardRemoved);
    ApduChannel first(torn, {});
    ExchangeBudget budget = generous();
    ObjectFileReading reading({file, 256, 1000}, TlvRules::Strict, {});
    REQUIRE_FALSE(reading.read(first, budget));
    CHECK(reading.content().size() == 507);

    ScriptedChannel again;
    again.expect("00A4020C 02 000A", "9000").expect(hex("00B001FB C1"), answer(507, 193));
    ApduChannel second(again, {});
    ObjectFileReading rest({file, 256, 1000}, TlvRules::Strict, to_bytes(reading.content()));
    CHECK((rest.read(second, budget) == object));
    CHECK((rest.read(second, budget) == object)); // nothing more is sent
}
