// What goes to a next-generation card, command by command. The answers are those of its provisional
// layout (docs/decisions/0012-next-generation-card.md).
#include "jpki/reception/examine_card.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::hex;
using madoguchi::test::ScriptedChannel;

namespace {

constexpr const char* select_card_data = "00A4040C 0A D3921000310001010501";

ScriptedChannel& expect_next_generation(ScriptedChannel& card) {
    return card.expect(select_jpki, "9000")
        .expect("00B08600A0", token_file_hex("JPKIAPICCTOKEN3") + "9000");
}

VerificationNumber number(std::string_view digits) {
    return VerificationNumber::from_digits(secret(digits)).value();
}

} // namespace

TEST_CASE("the label tells the next generation in the same two exchanges, and its layout with it") {
    hal::Transaction transaction =
        scripted_transaction([](ScriptedChannel& card) { expect_next_generation(card); });
    const MynaCard card = recognised(transaction);
    CHECK(card.profile().token.kind == TokenKind::NextGenerationCard);
    CHECK(card.profile().may_have_card_face());
    CHECK(card.profile().layout().is_provisional);
    CHECK(card.profile().front_number() == FrontNumberKind::VerificationNumber);
}

TEST_CASE("every other token is laid out as the card in circulation, which is not provisional") {
    for (const TokenKind kind : {TokenKind::MyNumberCard, TokenKind::ResidentRegistryCard,
                                 TokenKind::AndroidPhone, TokenKind::Iphone, TokenKind::Unknown}) {
        const CardProfile profile{{kind, {}}};
        CHECK(&profile.layout() == &current_card);
        CHECK_FALSE(profile.layout().is_provisional);
        CHECK(profile.front_number() == FrontNumberKind::NumberB);
    }
}

TEST_CASE("an application of the other generation is missing, and the card is not asked for it") {
    hal::Transaction transaction =
        scripted_transaction([](ScriptedChannel& card) { expect_next_generation(card); });
    MynaCard next = recognised(transaction);
    CHECK(next.select_input_support(soon()).error().code() == ErrorCode::ApplicationNotFound);
    CHECK(next.select_surface(soon()).error().code() == ErrorCode::ApplicationNotFound);
    CHECK(next.select_common_card(soon()).error().code() == ErrorCode::ApplicationNotFound);
    hal::Transaction todays = scripted_transaction(expect_recognition);
    MynaCard current = recognised(todays);
    CHECK(current.select_card_data(soon()).error().code() == ErrorCode::ApplicationNotFound);
}

TEST_CASE("the number of another generation is never presented") {
    SECTION("照合番号B to a next-generation card") {
        hal::Transaction transaction =
            scripted_transaction([&](ScriptedChannel& card) { expect_next_generation(card); });
        MynaCard card = recognised(transaction);
        const auto outcome = examine_basic_four_with_number_b(
            card, VerificationNumberB::from_digits(secret("55021720352285")).value(),
            TrustAnchors::none(), SystemClock(), soon());
        CHECK(outcome.error().code() == ErrorCode::ApplicationNotFound);
    }
    SECTION("照合番号 to today's card") {
        hal::Transaction transaction = scripted_transaction(expect_recognition);
        MynaCard card = recognised(transaction);
        const auto outcome = examine_basic_four_with_number_b(
            card, number("271828"), TrustAnchors::none(), SystemClock(), soon());
        CHECK(outcome.error().code() == ErrorCode::ApplicationNotFound);
    }
}

TEST_CASE("a next-generation card is given the message to sign, through 80 2A 03") {
    Challenge challenge = Challenge::fresh().value();
    const Bytes message = to_bytes(challenge.bytes());
    const Bytes signature(103, 0x5A);
    const Bytes answer = concatenate({signature, hex("9000")});
    const auto command = [&](std::string_view header) {
        return concatenate({hex(header), message, hex("00")});
    };
    SECTION("with the user-authentication key by its short identifier") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            expect_next_generation(card).expect(command("802A0397 20"), answer);
        });
        MynaCard card = recognised(transaction);
        auto application = card.select_jpki(soon()).value();
        CHECK(application.sign(std::move(challenge), soon()).value().signature == signature);
    }
    SECTION("with the key file selected on a card that refuses short identifiers") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            expect_next_generation(card)
                .expect(command("802A0397 20"), hex("6A86"))
                .expect("00A4020C 02 0017", "9000")
                .expect(command("802A0380 20"), answer);
        });
        MynaCard card = recognised(transaction);
        auto application = card.select_jpki(soon()).value();
        CHECK(application.sign(std::move(challenge), soon()).value().signature == signature);
    }
    SECTION("with the default key of 券面等AP") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            expect_next_generation(card)
                .expect(select_card_data, "9000")
                .expect(command("802A0300 20"), answer);
        });
        MynaCard card = recognised(transaction);
        auto application = card.select_card_data(soon()).value();
        CHECK(application.prove_presence(std::move(challenge), soon()).value().signature ==
              signature);
    }
}

TEST_CASE("照合番号 is presented once, after its counter, and never on its last try") {
    const auto present = [](const Script& script) {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            expect_next_generation(card).expect(select_card_data, "9000");
            script(card);
        });
        MynaCard card = recognised(transaction);
        auto application = card.select_card_data(soon()).value();
        return application.present_number(number("271828"), apdu::PinPolicy(), soon());
    };
    SECTION("accepted") {
        const auto outcome = present([](ScriptedChannel& card) {
            card.expect("00200092", "63CA").expect("00200092 06 323731383238", "9000");
        });
        CHECK(outcome.value().accepted());
    }
    SECTION("rejected: one try was spent") {
        const auto outcome = present([](ScriptedChannel& card) {
            card.expect("00200092", "63CA").expect("00200092 06 323731383238", "63C9");
        });
        const auto& rejected = std::get<apdu::PinRejected>(outcome.value().outcome);
        CHECK(rejected.tries_left == apdu::RetryCounter(9));
    }
    SECTION("the last try is kept") {
        const auto outcome =
            present([](ScriptedChannel& card) { card.expect("00200092", "63C1"); });
        CHECK(outcome.error().code() == ErrorCode::RetryCounterTooLow);
    }
    SECTION("blocked: nothing is sent") {
        const auto outcome =
            present([](ScriptedChannel& card) { card.expect("00200092", "63C0"); });
        CHECK(std::holds_alternative<apdu::PinBlocked>(outcome.value().outcome));
    }
}

TEST_CASE("the counter shown for the number on the front is that of 照合番号") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        expect_next_generation(card).expect(select_card_data, "9000").expect("00200092", "63C7");
    });
    MynaCard card = recognised(transaction);
    CHECK(number_b_counter(card, soon()).value().tries_left() == apdu::RetryCounter(7));
}

TEST_CASE("numbers are forgotten by selecting an application that wants none of them") {
    hal::Transaction transaction = scripted_transaction(
        [](ScriptedChannel& card) { expect_next_generation(card).expect(select_jpki, "9000"); });
    MynaCard card = recognised(transaction);
    CHECK(card.forget_presented_numbers(soon()).has_value());
}

TEST_CASE("a number on the front is taken by its kind, and has exactly its digits") {
    struct Case {
        FrontNumberKind kind;
        std::string digits;
        bool accepted;
    };
    const auto example = GENERATE(values<Case>({
        {FrontNumberKind::VerificationNumber, "271828", true},
        {FrontNumberKind::VerificationNumber, "27182", false},
        {FrontNumberKind::VerificationNumber, "2718281", false},
        {FrontNumberKind::VerificationNumber, "27182X", false},
        {FrontNumberKind::VerificationNumber, "55021720352285", false},
        {FrontNumberKind::NumberB, "55021720352285", true},
        {FrontNumberKind::NumberB, "271828", false},
    }));
    CAPTURE(example.digits);
    const auto taken = front_number_from(example.kind, secret(example.digits));
    REQUIRE(taken.has_value() == example.accepted);
    if (taken) {
        CHECK(kind_of(*taken) == example.kind);
    } else {
        CHECK(taken.error().code() == ErrorCode::EntryInvalid);
    }
}
