// Each kind of the simulator's table, met by the real reader stack.
#include "jpki/reception/authenticate_with_pin.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;

namespace {

RecognisedCard recognise(SimulatedCard& simulated) {
    hal::Transaction transaction = simulated.begin();
    return MynaCard::recognise(transaction, nullptr, soon()).value();
}

CardSurvey survey(SimulatedCard& simulated) {
    hal::Transaction transaction = simulated.begin();
    return recognised(transaction).survey(soon()).value();
}

} // namespace

TEST_CASE("another card is named, and no number is presented to it") {
    const auto [name, kind] = GENERATE(table<std::string, ForeignCardKind>({
        {"driving-licence", ForeignCardKind::DrivingLicence},
        {"residence-card", ForeignCardKind::ResidenceCard},
        {"passport", ForeignCardKind::Passport},
        {"credit-card", ForeignCardKind::CreditCard},
        {"transit", ForeignCardKind::TransitCard},
        {"blank", ForeignCardKind::Unknown},
    }));
    CAPTURE(name);
    SimulatedCard simulated("p02", name);
    const RecognisedCard card = recognise(simulated);
    REQUIRE(std::holds_alternative<ForeignCard>(card));
    CHECK(std::get<ForeignCard>(card).kind == kind);
    CHECK(simulated.observations().verified_with_data.empty());
}

TEST_CASE("a phone is told by its label") {
    const auto [name, kind] = GENERATE(table<std::string, TokenKind>({
        {"phone-android", TokenKind::AndroidPhone},
        {"phone-iphone", TokenKind::Iphone},
    }));
    CAPTURE(name);
    SimulatedCard simulated("p02", name);
    const RecognisedCard card = recognise(simulated);
    REQUIRE(std::holds_alternative<MynaCard>(card));
    CHECK(std::get<MynaCard>(card).profile().token.kind == kind);
    CHECK_FALSE(survey(simulated).has_surface);
}

TEST_CASE("a survey tells cards without signature certificate, and licences on cards") {
    SimulatedCard child("p02", "under-15");
    CHECK(survey(child).certificates->signature == CertificateState::Absent);
    SimulatedCard licensed("p02", "licence-on-card");
    const CardSurvey found = survey(licensed);
    CHECK(found.has_driving_licence);
    CHECK(found.has_surface);
    CHECK(found.certificates->signature == CertificateState::Present);
}

TEST_CASE("every kind of a whole card is read and proved by 照合番号B") {
    const auto name = GENERATE(values<std::string>(
        {"contactless-14e0", "contactless-41e0", "contactless-4b51", "contact-extended",
         "contact-short", "first-command-fails", "no-short-id-6a86", "stray-bytes", "long-lengths",
         "under-15", "infant-photo-absent", "infant-photo-empty", "infant-photo-placeholder",
         "long-address", "rare-names", "pinless-blocked", "pinless-absent", "licence-on-card"}));
    CAPTURE(name);
    SimulatedCard simulated("p02", name);
    hal::Transaction transaction = simulated.begin();
    MynaCard card = recognised(transaction);
    const auto outcome = read_with_number_b(card, simulated.number_b(), SimulatedCard::anchors(),
                                            SimulatedCard::clock(), soon());
    REQUIRE(outcome.has_value());
    const auto* reading = std::get_if<ReceptionReading>(&*outcome);
    REQUIRE(reading != nullptr);
    CHECK(reading->basic_four->name.reveal() == simulated.persona().name.kanji);
    CHECK(reading->basic_four->address.reveal() == simulated.persona().address);
    const bool has_photo = name != "infant-photo-absent" && name != "infant-photo-empty";
    CHECK(reading->surface->photo.is_present() == has_photo);
    CHECK(reading->verdict.passed(Check::SurfacePhotoSegment));
}

TEST_CASE("to a card whose PIN is blocked or absent no PIN is sent") {
    const auto name = GENERATE(values<std::string>({"pinless-blocked", "pinless-absent"}));
    CAPTURE(name);
    SimulatedCard simulated("p02", name);
    {
        hal::Transaction transaction = simulated.begin();
        MynaCard card = recognised(transaction);
        const auto counter = authentication_pin_counter(card, soon());
        if (name == "pinless-blocked") {
            CHECK(counter->is_blocked());
        } else {
            CHECK(counter.error().code() == ErrorCode::FileNotFound);
        }
        const auto outcome =
            authenticate_with_pin(card, pin("1234"), apdu::PinPolicy(), SimulatedCard::anchors(),
                                  SimulatedCard::clock(), soon());
        CHECK((!outcome || std::holds_alternative<NumberBlocked>(*outcome)));
    }
    CHECK(simulated.observations().verified_with_data.empty());
}
