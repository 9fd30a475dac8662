#include "jpki/card/foreign_card.hpp"
#include "jpki/card/myna_card.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;
using madoguchi::test::ScriptedChannel;

namespace {

// In the order in which they are asked for.
const std::vector<std::pair<std::string, ForeignCardKind>>& known_applications() {
    static const std::vector<std::pair<std::string, ForeignCardKind>> known{
        {"00A4040C 10 A0000002310100000000000000000000", ForeignCardKind::DrivingLicence},
        {"00A4040C 10 D392F0004F0200000000000000000000", ForeignCardKind::ResidenceCard},
        {"00A4040C 07 A0000002471001", ForeignCardKind::Passport},
        {"00A40400 0E 325041592E5359532E4444463031 00", ForeignCardKind::CreditCard},
        {"00A40400 0E 315041592E5359532E4444463031 00", ForeignCardKind::CreditCard},
    };
    return known;
}

ForeignCardKind foreign_kind(hal::Transaction& transaction) {
    return std::get<ForeignCard>(MynaCard::recognise(transaction, nullptr, soon()).value()).kind;
}

const char* const felica = "3B8F8001804F0CA000000306 11 003B 00000000 42";
const char* const mifare_classic = "3B8F8001804F0CA000000306 03 0001 00000000 6A";

} // namespace

TEST_CASE("a card without the My Number card's application is named by the one it has") {
    const auto there = GENERATE(range(std::size_t{0}, std::size_t{5}));
    hal::Transaction transaction = scripted_transaction([there](ScriptedChannel& card) {
        card.expect(select_jpki, "6A82");
        for (std::size_t i = 0; i <= there; ++i) {
            card.expect(known_applications()[i].first, i == there ? "9000" : "6A82");
        }
    });
    CHECK(foreign_kind(transaction) == known_applications()[there].second);
}

TEST_CASE("a card that refuses every application, however, is of no known kind") {
    const auto refusal = GENERATE(values<std::string>({"6A82", "6D00", "6E00", "6985", "6700"}));
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, refusal);
        for (const auto& [command, kind] : known_applications()) {
            card.expect(command, refusal);
        }
    });
    CHECK(foreign_kind(transaction) == ForeignCardKind::Unknown);
}

TEST_CASE("a reader's word names a card without applications, and no application is tried on it") {
    const auto [answer_to_reset, kind] = GENERATE(table<std::string, ForeignCardKind>(
        {{felica, ForeignCardKind::TransitCard}, {mifare_classic, ForeignCardKind::MemoryCard}}));
    SECTION("when the card refuses") {
        hal::Transaction transaction =
            scripted_transaction([](ScriptedChannel& card) { card.expect(select_jpki, "6A81"); },
                                 {}, hex(answer_to_reset));
        CHECK(foreign_kind(transaction) == kind);
    }
    SECTION("when the reader will not even send a command") {
        hal::Transaction transaction = scripted_transaction(
            [](ScriptedChannel& card) {
                card.expect_failure(select_jpki, ErrorCode::TransportFailed);
            },
            {}, hex(answer_to_reset));
        CHECK(foreign_kind(transaction) == kind);
    }
}

TEST_CASE("a card is what its applications say, whatever the reader calls it") {
    hal::Transaction transaction = scripted_transaction(expect_recognition, {}, hex(felica));
    CHECK(recognised(transaction).profile().token.kind == TokenKind::MyNumberCard);
}

TEST_CASE("answers to reset that only resemble a storage card's name nothing") {
    const auto* const answer_to_reset =
        GENERATE("", "3B8F8001804F0CA000000306", "3B8F8001804F0CA000000306 11 003B 00000000 42 00",
                 "3B8F8001804F0CA000000307 11 003B 00000000 42", "3B8880010000 05E0B381A1007F");
    CHECK_FALSE(kind_of_storage_card(hex(answer_to_reset)).has_value());
}

TEST_CASE("a card that promises data for ever is of no known kind, after a bounded conversation") {
    std::size_t commands = 0;
    class Endless final : public hal::TransactionPort {
    public:
        explicit Endless(std::size_t& commands) : commands_(commands) {}
        Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
            ++commands_;
            CHECK(command[1] != 0x20);
            const bool is_first = commands_ == 1;
            return is_first ? hex("6A82") : hex("00 6110");
        }
        void end(hal::CardAfterUse /*after*/) noexcept override {}

    private:
        std::size_t& commands_;
    };
    hal::Transaction transaction(std::make_unique<Endless>(commands), {}, {});
    CHECK(foreign_kind(transaction) == ForeignCardKind::Unknown);
    CHECK(commands <= 20);
}

TEST_CASE("an answer without a status word is a failure, not a foreign card") {
    hal::Transaction transaction =
        scripted_transaction([](ScriptedChannel& card) { card.expect(select_jpki, "90"); });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::Truncated);
}

TEST_CASE("a card taken away while it is being named is not named") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_jpki, "6A82")
            .expect_failure(known_applications().front().first, ErrorCode::CardRemoved);
    });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::CardRemoved);
}
