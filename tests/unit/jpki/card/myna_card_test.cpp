#include "jpki/card/myna_card.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::ScriptedChannel;

TEST_CASE("a token is recognised in two exchanges, by its application and its own label") {
    struct Case {
        std::string label;
        TokenKind kind;
        bool may_have_card_face;
    };
    const auto example = GENERATE(values<Case>({
        {"JPKIAPICCTOKEN2", TokenKind::MyNumberCard, true},
        {"JPKIAPICCTOKEN", TokenKind::ResidentRegistryCard, false},
        {"JPKIAPGPSETOKEN", TokenKind::AndroidPhone, false},
        {"JPKIAPIOSTOKEN", TokenKind::Iphone, false},
        {"SOMETHINGELSE", TokenKind::Unknown, true},
    }));
    CAPTURE(example.label);
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, "9000")
            .expect("00B08600A0", token_file_hex(example.label) + "9000");
    });
    const MynaCard card = recognised(transaction);
    CHECK(card.profile().token.kind == example.kind);
    CHECK(card.profile().may_have_card_face() == example.may_have_card_face);
}

TEST_CASE(
    "a card that selects anything but has no token information is foreign, of no known kind") {
    const auto answer = GENERATE(values<std::string>({"6A82", "6982", "00009000", "9000", "6986"}));
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, "9000").expect("00B08600A0", answer);
        if (answer == "00009000") {
            card.expect("00B000029E", "6B00");
        }
    });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE(card.has_value());
    CHECK(std::get<ForeignCard>(*card).kind == ForeignCardKind::Unknown);
}

TEST_CASE("6F00 to the first command is answered by asking once more, never twice") {
    SECTION("then normal") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            card.expect(select_jpki, "6F00");
            expect_recognition(card);
        });
        CHECK(recognised(transaction).profile().token.kind == TokenKind::MyNumberCard);
    }
    SECTION("again: that says nothing about which card it is") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            card.expect(select_jpki, "6F00").expect(select_jpki, "6F00");
        });
        const auto card = MynaCard::recognise(transaction, nullptr, soon());
        REQUIRE_FALSE(card.has_value());
        CHECK(card.error().code() == ErrorCode::UnexpectedStatusWord);
    }
}

TEST_CASE("a card that refuses extended length in whatever words is recognised all the same") {
    constexpr hal::TransferLimits extended{true, 4096, 4096};
    const auto refusal =
        GENERATE(values<std::string>({"6700", "6883", "6CA0", "6D00", "6E00", "6F00"}));
    INFO(refusal);
    hal::Transaction transaction = scripted_transaction(
        [&](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect("00B08600 0000A0", refusal)
                .expect("00B08600A0", token_file_hex("JPKIAPICCTOKEN2") + "9000");
        },
        extended);
    CHECK(recognised(transaction).profile().token.kind == TokenKind::MyNumberCard);
}

TEST_CASE("6F00 to the token information in both forms says nothing about which card it is") {
    constexpr hal::TransferLimits extended{true, 4096, 4096};
    hal::Transaction transaction = scripted_transaction(
        [](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect("00B08600 0000A0", "6F00")
                .expect("00B08600A0", "6F00");
        },
        extended);
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == ErrorCode::UnexpectedStatusWord);
}

TEST_CASE("a failing way to the card is not taken for a foreign card") {
    const auto failure = GENERATE(ErrorCode::CardRemoved, ErrorCode::TransportFailed);
    hal::Transaction transaction = scripted_transaction(
        [failure](ScriptedChannel& card) { card.expect_failure(select_jpki, failure); });
    const auto card = MynaCard::recognise(transaction, nullptr, soon());
    REQUIRE_FALSE(card.has_value());
    CHECK(card.error().code() == failure);
}

TEST_CASE("an application object cannot be used once another application is selected") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        expect_recognition(card);
        card.expect(select_surface, "9000").expect(select_jpki, "9000");
    });
    MynaCard card = recognised(transaction);
    auto surface = card.select_surface(soon());
    REQUIRE(surface.has_value());
    REQUIRE(card.select_jpki(soon()).has_value());
    const auto words = madoguchi::test::last_words_of(
        [&] { static_cast<void>(surface->read_data_signing_certificate(soon())); });
    REQUIRE(words.has_value());
    CHECK(words->find("precondition") != std::string::npos);
}

TEST_CASE("the card forgets presented numbers by another selection") {
    SECTION("a card: of the application that takes no number from us") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            expect_recognition(card);
            card.expect(select_common_card, "9000");
        });
        CHECK(recognised(transaction).forget_presented_numbers(soon()).has_value());
    }
    SECTION("a card without that application: of the first one") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            expect_recognition(card);
            card.expect(select_common_card, "6A82").expect(select_jpki, "9000");
        });
        CHECK(recognised(transaction).forget_presented_numbers(soon()).has_value());
    }
    SECTION("a phone: of the only one it has") {
        hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect("00B08600A0", token_file_hex("JPKIAPGPSETOKEN") + "9000")
                .expect(select_jpki, "9000");
        });
        CHECK(recognised(transaction).forget_presented_numbers(soon()).has_value());
    }
}
