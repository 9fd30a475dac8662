#include "jpki/card/number_presentation.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::ScriptedChannel;

namespace {

constexpr const char* query = "00200098";
constexpr const char* verify_1234 = "00200098 04 31323334";

// The form for cards that do not know short identifiers of key files.
constexpr const char* select_key = "00A4020C 02 0018";
constexpr const char* query_selected = "00200080";
constexpr const char* verify_1234_selected = "00200080 04 31323334";

// Plays the script after the selection of the application, then presents 1234.
Result<NumberPresentation> present(const Script& script,
                                   apdu::PinPolicy policy = apdu::PinPolicy()) {
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, "9000");
        script(card);
    });
    CardSession session(transaction, nullptr);
    auto application =
        JpkiApplication::select(session, current_card.public_key_service, soon()).value();
    return application.present_pin(pin("1234"), std::move(policy), soon());
}

} // namespace

TEST_CASE("the counter is read before each VERIFY and told with the outcome") {
    const auto presentation = present(
        [](ScriptedChannel& card) { card.expect(query, "63C3").expect(verify_1234, "9000"); });
    REQUIRE(presentation.has_value());
    CHECK(presentation->accepted());
    CHECK(presentation->tries_before == apdu::RetryCounter(3));
}

TEST_CASE("a wrong number is an outcome with the tries left, and is not tried again") {
    const auto presentation = present(
        [](ScriptedChannel& card) { card.expect(query, "63C3").expect(verify_1234, "63C2"); });
    REQUIRE(presentation.has_value());
    CHECK(std::get<apdu::PinRejected>(presentation->outcome).tries_left == apdu::RetryCounter(2));
}

TEST_CASE("a blocked number is an outcome, and no VERIFY is sent") {
    const auto answer = GENERATE(values<std::string>({"63C0", "6984", "6983"}));
    const auto presentation = present([&](ScriptedChannel& card) { card.expect(query, answer); });
    REQUIRE(presentation.has_value());
    CHECK(std::holds_alternative<apdu::PinBlocked>(presentation->outcome));
    CHECK(presentation->tries_before == apdu::RetryCounter(0));
}

TEST_CASE("the last try is spent by explicit wish only") {
    SECTION("kept") {
        const auto presentation =
            present([](ScriptedChannel& card) { card.expect(query, "63C1"); });
        REQUIRE_FALSE(presentation.has_value());
        CHECK(presentation.error().code() == ErrorCode::RetryCounterTooLow);
    }
    SECTION("spent") {
        const auto presentation = present(
            [](ScriptedChannel& card) { card.expect(query, "63C1").expect(verify_1234, "63C0"); },
            apdu::PinPolicy(apdu::LastTryConfirmation::by_person()));
        REQUIRE(presentation.has_value());
        CHECK(std::holds_alternative<apdu::PinBlocked>(presentation->outcome));
    }
}

TEST_CASE("somebody else's verification is dropped by selecting again, once") {
    SECTION("then the counter is known") {
        const auto presentation = present([](ScriptedChannel& card) {
            card.expect(query, "9000")
                .expect(select_jpki, "9000")
                .expect(query, "63C3")
                .expect(verify_1234, "9000");
        });
        REQUIRE(presentation.has_value());
        CHECK(presentation->accepted());
    }
    SECTION("a card that still says so is not sent the number") {
        const auto presentation = present([](ScriptedChannel& card) {
            card.expect(query, "9000").expect(select_jpki, "9000").expect(query, "9000");
        });
        REQUIRE_FALSE(presentation.has_value());
        CHECK(presentation.error().code() == ErrorCode::RetryCounterUnknown);
    }
}

TEST_CASE("an unclear counter means no VERIFY") {
    const auto answer = GENERATE(values<std::string>({"6300", "6982", "6F00", "6E00", "6985"}));
    const auto presentation = present([&](ScriptedChannel& card) { card.expect(query, answer); });
    REQUIRE_FALSE(presentation.has_value());
    CHECK(presentation.error().code() == ErrorCode::RetryCounterUnknown);
}

TEST_CASE(
    "a card that refuses the short identifier is asked once more, with the key file selected") {
    const auto refusal = GENERATE(values<std::string>({"6A82", "6A86", "6A88", "6D00"}));
    SECTION("and the number goes the way that the question went") {
        const auto presentation = present([&](ScriptedChannel& card) {
            card.expect(query, refusal)
                .expect(select_key, "9000")
                .expect(query_selected, "63C3")
                .expect(verify_1234_selected, "9000");
        });
        REQUIRE(presentation.has_value());
        CHECK(presentation->accepted());
    }
    SECTION("which is remembered for the session") {
        hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
            card.expect(select_jpki, "9000")
                .expect(query, refusal)
                .expect(select_key, "9000")
                .expect(query_selected, "63C3")
                .expect(select_key, "9000")
                .expect(query_selected, "63C3");
        });
        CardSession session(transaction, nullptr);
        auto application =
            JpkiApplication::select(session, current_card.public_key_service, soon()).value();
        CHECK(application.pin_counter(soon()).has_value());
        CHECK(application.pin_counter(soon()).has_value());
    }
    SECTION("an unclear counter there means no VERIFY") {
        const auto presentation = present([&](ScriptedChannel& card) {
            card.expect(query, refusal).expect(select_key, "9000").expect(query_selected, refusal);
        });
        REQUIRE_FALSE(presentation.has_value());
        CHECK(presentation.error().code() == ErrorCode::RetryCounterUnknown);
    }
    SECTION("a key file that is missing means no VERIFY") {
        const auto presentation = present(
            [&](ScriptedChannel& card) { card.expect(query, refusal).expect(select_key, "6A82"); });
        REQUIRE_FALSE(presentation.has_value());
        CHECK(presentation.error().code() == ErrorCode::FileNotFound);
    }
}

TEST_CASE("VERIFY itself is never sent in another form") {
    const auto refusal = GENERATE(values<std::string>({"6A82", "6A86", "6A88", "6D00"}));
    const auto presentation = present(
        [&](ScriptedChannel& card) { card.expect(query, "63C3").expect(verify_1234, refusal); });
    REQUIRE_FALSE(presentation.has_value());
}

TEST_CASE("a card lost during VERIFY is an error, and nothing is sent again") {
    const auto presentation = present([](ScriptedChannel& card) {
        card.expect(query, "63C3").expect_failure(verify_1234, ErrorCode::CardRemoved);
    });
    REQUIRE_FALSE(presentation.has_value());
    CHECK(presentation.error().code() == ErrorCode::CardRemoved);
}

TEST_CASE("照合番号B has fourteen digits, refused otherwise before anything is sent") {
    CHECK(VerificationNumberB::from_digits(secret("55021720352285")).has_value());
    for (const char* wrong : {"", "5502172035228", "550217203522855", "5502172035228X", "５５"}) {
        const auto number = VerificationNumberB::from_digits(secret(wrong));
        REQUIRE_FALSE(number.has_value());
        CHECK(number.error().code() == ErrorCode::EntryInvalid);
    }
}
