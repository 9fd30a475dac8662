// What needs no number is read and proved while the number is still looked for.
#include "jpki/reception/read_with_number_b.hpp"
#include "tests/unit/jpki/support/scripted_card.hpp"
#include "tests/unit/jpki/support/simulated_card.hpp"
#include "tests/unit/jpki/support/verdicts.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::jpki;
using namespace madoguchi::jpki::test;
using namespace std::chrono_literals;

namespace {

// A conversation that has come as far as the terminal's when the number is found.
struct Met {
    explicit Met(SimulatedCard& simulated)
        : transaction(simulated.begin()), card(recognised(transaction)) {
        JpkiApplication key_service = card.select_jpki(soon()).value();
        REQUIRE(key_service.go_on_with(progress, MonotonicTime{}, soon()).has_value());
    }

    Result<NumberBReading> read(FrontNumber number) {
        return read_with_number_b(card, std::move(number), SimulatedCard::anchors(),
                                  SimulatedCard::clock(), soon());
    }

    ReadingProgress progress;
    hal::Transaction transaction;
    MynaCard card;
};

FrontNumber number_of(const SimulatedCard& simulated, bool is_next) {
    return is_next ? FrontNumber(simulated.verification_number())
                   : FrontNumber(simulated.number_b());
}

void check_proved(const Result<NumberBReading>& outcome) {
    REQUIRE(outcome.has_value());
    const auto* reading = std::get_if<ReceptionReading>(&*outcome);
    REQUIRE(reading != nullptr);
    CHECK(reading->verdict.passed(Check::SurfacePresence));
    CHECK(reading->verdict.passed(Check::InputSupportPresence));
    CHECK(reading->surface->photo.is_present());
}

struct Row {
    const char* kind;
    bool is_next;
    std::size_t ahead;      // exchanges while the number is looked for
    std::size_t spared;     // exchanges fewer when it is there
    std::size_t signatures; // keys that sign
};

constexpr Row rows[]{
    {"current", false, 6, 5, 2},
    {"next-generation", true, 3, 3, 1},
};

} // namespace

TEST_CASE("what was read and proved ahead is not asked for again, and all is proved") {
    for (const Row& row : rows) {
        CAPTURE(std::string(row.kind));
        SimulatedCard plain("p02", row.kind);
        Met without(plain);
        const std::size_t before = plain.observations().commands;
        check_proved(without.read(number_of(plain, row.is_next)));
        const std::size_t usual = plain.observations().commands - before;

        SimulatedCard simulated("p02", row.kind);
        Met met(simulated);
        const std::size_t met_after = simulated.observations().commands;
        REQUIRE(met.card.read_ahead_of_number(soon()).has_value());
        const std::size_t ahead_after = simulated.observations().commands;
        CHECK(ahead_after - met_after == row.ahead);
        CHECK(simulated.observations().used_keys.size() == row.signatures);
        CHECK(simulated.observations().verified_with_data.empty());
        check_proved(met.read(number_of(simulated, row.is_next)));
        CHECK(simulated.observations().commands - ahead_after + row.spared == usual);
    }
}

TEST_CASE("ahead of the number nothing is read that tells of the person") {
    SimulatedCard simulated;
    Met met(simulated);
    REQUIRE(met.card.read_ahead_of_number(soon()).has_value());
    const std::string input_support = "D3921000310001010408";
    const std::string surface = "D3921000310001010402";
    for (const auto& [application, file] : simulated.observations().read) {
        CAPTURE(application, file);
        CHECK((application != input_support || file == 0x0004)); // the signer's certificate
        CHECK((application != surface || file == 0x0004));
    }
}

TEST_CASE("after a refused number the proofs still serve, and each serves once") {
    SimulatedCard simulated;
    Met met(simulated);
    REQUIRE(met.card.read_ahead_of_number(soon()).has_value());
    const auto refused =
        met.read(VerificationNumberB::from_digits(secret("00000000000000")).value());
    REQUIRE(refused.has_value());
    REQUIRE(std::holds_alternative<NumberRejected>(*refused));
    const std::size_t before = simulated.observations().commands;
    check_proved(met.read(simulated.number_b()));
    const std::size_t first = simulated.observations().commands - before;
    check_proved(met.read(simulated.number_b()));
    // The files stand in the progress; both proofs are made anew, and the surface is selected.
    CHECK(simulated.observations().commands - before - first > 2);
}

TEST_CASE("a proof made ahead serves once, and not when it would be too old by the end") {
    SimulatedCard simulated;
    hal::Transaction transaction = simulated.begin();
    CardSession session(transaction, nullptr);
    const apdu::Aid& application = current_card.surface->application;
    const MonotonicTime made{100s};
    const auto keep = [&] {
        session.keep_proof(application, {Challenge::fresh(made).value(), Bytes{1}});
    };
    keep();
    CHECK_FALSE(session.take_proof(current_card.input_support->application, made).has_value());
    CHECK(session.take_proof(application, made + 39s).has_value());
    CHECK_FALSE(session.take_proof(application, made + 39s).has_value());
    keep();
    CHECK_FALSE(session.take_proof(application, made + 41s).has_value());
}

TEST_CASE("a card taken away while it is read ahead ends as CardRemoved, at any exchange") {
    for (std::size_t index = 0; index < rows[0].ahead; ++index) {
        CAPTURE(index);
        SimulatedCard simulated;
        Met met(simulated);
        simulated.reader().remove_after(index);
        const auto torn = met.card.read_ahead_of_number(soon());
        REQUIRE_FALSE(torn.has_value());
        CHECK(torn.error().code() == ErrorCode::CardRemoved);
    }
}
