// C13: what a reader gives as answer to reset may be anything. It accepts nothing and refuses
// nothing: a My Number card is one by its applications.
#include "jpki/card/foreign_card.hpp"
#include "tests/support/answering_channel.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;

namespace {

struct Odd {
    const char* what;
    Bytes answer_to_reset;
};

const std::vector<Odd>& odd_answers_to_reset() {
    static const std::vector<Odd> odd{
        {"empty", {}},
        {"one byte", hex("3B")},
        {"no convention that there is", hex("008001")},
        {"inverse convention", hex("3F8880010000 05E0B381A1007F")},
        {"cut behind T0", hex("3B88")},
        {"cut inside the historical bytes", hex("3B8880010000 05E0")},
        {"more historical bytes than it states", hex("3B8180010000 05E0B381A1007F")},
        {"interface bytes without end", Bytes(33, 0xF0)},
        {"the longest there is", Bytes(33, 0x3B)},
        {"longer than any may be", Bytes(34, 0x3B)},
        {"much longer", Bytes(4096, 0x80)},
        {"of a My Number card, its check character wrong", hex("3B8880010000 05E0B381A1007E")},
        {"of a card nobody knows", hex("3B8C8001 0123456789ABCDEF01234567 4D")},
        {"protocols that no reader has", hex("3BF0 1111 1E 1111 1F 11")},
        {"all bits set", Bytes(20, 0xFF)},
    };
    return odd;
}

} // namespace

TEST_CASE("a My Number card is recognised whatever its answer to reset is") {
    for (const Odd& odd : odd_answers_to_reset()) {
        INFO(odd.what);
        hal::Transaction transaction =
            scripted_transaction(expect_recognition, {}, odd.answer_to_reset);
        CHECK(recognised(transaction).profile().token.kind == TokenKind::MyNumberCard);
    }
}

TEST_CASE("another card with an odd answer to reset is of no known kind, and gets no number") {
    class Refusing final : public hal::TransactionPort {
    public:
        Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
            CHECK(command[1] == 0xA4);
            return hex("6A82");
        }
        void end(hal::CardAfterUse /*after*/) noexcept override {}
    };
    for (const Odd& odd : odd_answers_to_reset()) {
        INFO(odd.what);
        CHECK_FALSE(kind_of_storage_card(odd.answer_to_reset).has_value());
        hal::Transaction transaction(std::make_unique<Refusing>(), odd.answer_to_reset, {});
        const auto card = MynaCard::recognise(transaction, nullptr, soon());
        REQUIRE(card.has_value());
        CHECK(std::get<ForeignCard>(*card).kind == ForeignCardKind::Unknown);
    }
}

TEST_CASE("a storage card is named by its reader's word, the check character aside") {
    // The reader makes this answer up (PC/SC part 3): there is no card's character to check.
    const auto* const wrong_check = "3B8F8001804F0CA000000306 11 003B 00000000 00";
    CHECK(kind_of_storage_card(hex(wrong_check)) == ForeignCardKind::TransitCard);
}
