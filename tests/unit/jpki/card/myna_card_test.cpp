#include "jpki/card/myna_card.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::ScriptedChannel;

TEST_CASE("a card is recognised by its applications and its own label") {
    hal::Transaction transaction = scripted_transaction(expect_recognition);
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE(card.has_value());
    CHECK(card->profile().token.kind == TokenKind::MyNumberCard);
    CHECK(card->profile().has_card_face());
    CHECK(card->profile().has_common_card);
}

TEST_CASE("a phone has no card face") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_jpki, "9000")
            .expect("00B08600A0", token_file_hex("JPKIAPGPSETOKEN") + "9000")
            .expect(select_input_support, "6A82")
            .expect(select_surface, "6A82")
            .expect(select_common_card, "6A82");
    });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE(card.has_value());
    CHECK(card->profile().token.kind == TokenKind::AndroidPhone);
    CHECK_FALSE(card->profile().has_card_face());
}

TEST_CASE("foreign cards are unsuitable, whatever they answer, and are asked for no number") {
    const auto refusal = GENERATE(values<std::string>({"6A82", "6D00", "6E00", "6985", "6700"}));
    hal::Transaction transaction =
        scripted_transaction([&](ScriptedChannel& card) { card.expect(select_jpki, refusal); });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::CardUnsuitable);
}

TEST_CASE("a card that selects anything but has no token information is unsuitable") {
    const auto answer = GENERATE(values<std::string>({"6A82", "6982", "00009000", "9000", "6986"}));
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, "9000").expect("00B08600A0", answer);
        if (answer == "00009000") {
            card.expect("00B000029E", "6B00");
        }
    });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::CardUnsuitable);
}

TEST_CASE("a token that calls itself otherwise is unsuitable") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_jpki, "9000")
            .expect("00B08600A0", token_file_hex("SOMETHINGELSE") + "9000");
    });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::CardUnsuitable);
}

TEST_CASE("6F00 to the first command is answered by asking once more, never twice") {
    SECTION("then normal") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            card.expect(select_jpki, "6F00");
            expect_recognition(card);
        });
        CHECK(MynaCard::recognise(transaction, nullptr, soon()).has_value());
    }
    SECTION("again") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            card.expect(select_jpki, "6F00").expect(select_jpki, "6F00");
        });
        CHECK_FALSE(MynaCard::recognise(transaction, nullptr, soon()).has_value());
    }
}

TEST_CASE("a failing way to the card is not taken for a foreign card") {
    hal::Transaction transaction = scripted_transaction(
        [](ScriptedChannel& card) { card.expect_failure(select_jpki, ErrorCode::CardRemoved); });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::CardRemoved);
}

TEST_CASE("an application object cannot be used once another application is selected") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        expect_recognition(card);
        card.expect(select_surface, "9000").expect(select_jpki, "9000");
    });
    auto card = MynaCard::recognise(transaction, nullptr, soon());
    auto surface = card->select_surface(soon());
    REQUIRE(surface.has_value());
    REQUIRE(card->select_jpki(soon()).has_value());
    const auto words = madoguchi::test::last_words_of(
        [&] { static_cast<void>(surface->read_data_signing_certificate(soon())); });
    REQUIRE(words.has_value());
    CHECK(words->find("precondition") != std::string::npos);
}

TEST_CASE("the card forgets presented numbers by another selection") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        expect_recognition(card);
        card.expect(select_common_card, "9000");
    });
    auto card = MynaCard::recognise(transaction, nullptr, soon());
    CHECK(card->forget_presented_numbers(soon()).has_value());
}
