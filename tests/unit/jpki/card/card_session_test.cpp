#include "tests/unit/jpki/support/scripted_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using madoguchi::test::ScriptedChannel;

namespace {

constexpr const char* query = "00200098";
constexpr const char* verify_1234 = "00200098 04 31323334";

Result<JpkiApplication> select_key_service(CardSession& session) {
    return JpkiApplication::select(session, current_card.public_key_service, soon());
}

} // namespace

TEST_CASE("an application that is current is not selected again") {
    hal::Transaction transaction =
        scripted_transaction([](ScriptedChannel& card) { card.expect(select_jpki, "9000"); });
    CardSession session(transaction, nullptr);
    CHECK(select_key_service(session).has_value());
    CHECK(select_key_service(session).has_value());
}

TEST_CASE("after a number, selecting is sent: it makes the card forget") {
    const auto answer = GENERATE(values<std::string>({"9000", "63C2", "6700"}));
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, "9000")
            .expect(query, "63C3")
            .expect(verify_1234, answer)
            .expect(select_jpki, "9000");
    });
    CardSession session(transaction, nullptr);
    auto application = select_key_service(session).value();
    (void)application.present_pin(pin("1234"), apdu::PinPolicy(), soon());
    CHECK(select_key_service(session).has_value());
}

TEST_CASE("an application that was not reached is not taken for current") {
    hal::Transaction transaction = scripted_transaction([](ScriptedChannel& card) {
        card.expect(select_jpki, "9000").expect(select_surface, "6A82").expect(select_jpki, "9000");
    });
    CardSession session(transaction, nullptr);
    CHECK(select_key_service(session).has_value());
    CHECK_FALSE(SurfaceApplication::select(session, *current_card.surface, soon()).has_value());
    CHECK(select_key_service(session).has_value());
}

TEST_CASE("6F00 is asked about again at the first command only, never around VERIFY") {
    const auto rest = GENERATE(values<Script>({
        [](ScriptedChannel& card) { card.expect(query, "6F00"); },
        [](ScriptedChannel& card) { card.expect(query, "63C3").expect(verify_1234, "6F00"); },
    }));
    hal::Transaction transaction = scripted_transaction([&](ScriptedChannel& card) {
        card.expect(select_jpki, "9000");
        rest(card);
    });
    CardSession session(transaction, nullptr);
    auto application = select_key_service(session).value();
    CHECK_FALSE(application.present_pin(pin("1234"), apdu::PinPolicy(), soon()).has_value());
}
