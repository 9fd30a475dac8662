// A card that was taken away and comes back: the reading goes on, the proofs begin anew.
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

constexpr MonotonicTime start{};

Result<NumberBReading> receive(SimulatedCard& simulated, ReadingProgress& progress,
                               MonotonicTime now = start) {
    hal::Transaction transaction = simulated.begin();
    MynaCard card = MADOGUCHI_TRY(MynaCard::require(transaction, nullptr, soon()));
    JpkiApplication key_service = MADOGUCHI_TRY(card.select_jpki(soon()));
    MADOGUCHI_TRY(key_service.go_on_with(progress, now, soon()));
    return read_with_number_b(card, simulated.number_b(), SimulatedCard::anchors(),
                              SimulatedCard::clock(), soon());
}

// Torn before the answer to this exchange.
void tear(SimulatedCard& simulated, ReadingProgress& progress, std::size_t exchange) {
    simulated.insert();
    simulated.reader().remove_after(exchange);
    const auto torn = receive(simulated, progress);
    REQUIRE_FALSE(torn.has_value());
    REQUIRE(torn.error().code() == ErrorCode::CardRemoved);
    progress.lose_card(start);
    simulated.insert();
}

std::size_t exchanges_of_whole_reading() {
    SimulatedCard simulated;
    ReadingProgress progress;
    REQUIRE(receive(simulated, progress).has_value());
    return simulated.observations().commands;
}

const TrustVerdict& verdict_of(const Result<NumberBReading>& outcome) {
    REQUIRE(outcome.has_value());
    REQUIRE(std::holds_alternative<ReceptionReading>(*outcome));
    return std::get<ReceptionReading>(*outcome).verdict;
}

} // namespace

TEST_CASE("wherever it was torn, the same card is read to its end and proved whole") {
    const std::size_t whole = exchanges_of_whole_reading();
    for (std::size_t exchange = 0; exchange < whole; ++exchange) {
        CAPTURE(exchange);
        SimulatedCard simulated;
        ReadingProgress progress;
        tear(simulated, progress, exchange);
        const auto outcome = receive(simulated, progress);
        CHECK(verdict_of(outcome).passed(Check::SurfacePresence));
        CHECK(verdict_of(outcome).passed(Check::InputSupportPresence));
        CHECK(std::get<ReceptionReading>(*outcome).surface->photo.is_present());
        CHECK(simulated.observations().commands <= whole);
    }
}

TEST_CASE("what was read is not read again, and the number is presented again") {
    const std::size_t whole = exchanges_of_whole_reading();
    SimulatedCard simulated;
    ReadingProgress progress;
    tear(simulated, progress, whole - 2); // all was read; the last proof was lost
    REQUIRE(receive(simulated, progress).has_value());
    const std::string surface = "D3921000310001010402";
    CHECK(simulated.observations().read.count({surface, 0x0002}) == 0);
    CHECK(simulated.observations().verified_with_data.size() == 2);
    CHECK(simulated.observations().commands + 5 <= whole);
}

TEST_CASE("another card gets nothing of the first one's") {
    SimulatedCard first;
    ReadingProgress progress;
    tear(first, progress, exchanges_of_whole_reading() - 2);
    SimulatedCard second("p16");
    const auto outcome = receive(second, progress);
    verdict_of(outcome);
    CHECK(std::get<ReceptionReading>(*outcome).basic_four->name.reveal() ==
          second.persona().name.kanji);
    CHECK(second.observations().commands >= exchanges_of_whole_reading());
}

TEST_CASE("a card that shows the certificate of another is refused by its presence proof") {
    SimulatedCard genuine;
    ReadingProgress progress;
    tear(genuine, progress, exchanges_of_whole_reading() - 2);
    SimulatedCard impostor("p16");
    const auto file_of = [](SimulatedCard& card, const apdu::Aid& name,
                            apdu::FileId file) -> sim::CardFile& {
        for (sim::CardApplication& application : card.content().applications) {
            for (sim::CardFile& candidate : application.files) {
                if (application.aid == name && candidate.id == file) {
                    return candidate;
                }
            }
        }
        throw std::runtime_error("the simulated card has no such file");
    };
    const apdu::Aid& key_service = current_card.public_key_service.application;
    const apdu::FileId certificate(0x000A);
    file_of(impostor, key_service, certificate).content =
        file_of(genuine, key_service, certificate).content;
    // With the genuine card's number, so that the proof alone stands between.
    const auto give_number = [&](const apdu::Aid& name, apdu::FileId file) {
        file_of(impostor, name, file).content = file_of(genuine, name, file).content;
    };
    give_number(current_card.surface->application, current_card.surface->number_b);
    give_number(current_card.input_support->application, current_card.input_support->number_b);
    impostor.insert();

    hal::Transaction transaction = impostor.begin();
    MynaCard card = MynaCard::require(transaction, nullptr, soon()).value();
    REQUIRE(card.select_jpki(soon()).value().go_on_with(progress, start, soon()));
    const auto outcome = read_with_number_b(card, genuine.number_b(), SimulatedCard::anchors(),
                                            SimulatedCard::clock(), soon());
    REQUIRE(outcome.has_value());
    REQUIRE(std::holds_alternative<CardNotTrusted>(*outcome));
    CHECK_FALSE(std::get<CardNotTrusted>(*outcome).verdict.passed(Check::SurfacePresence));
}

TEST_CASE("after too long an absence the card is read from its beginning") {
    const std::size_t whole = exchanges_of_whole_reading();
    SimulatedCard simulated;
    ReadingProgress progress;
    tear(simulated, progress, whole - 2);
    const MonotonicTime late = start + ReadingProgress::longest_absence + 1s;
    CHECK(progress.is_too_old(late));
    REQUIRE(receive(simulated, progress, late).has_value());
    CHECK(simulated.observations().commands == whole);
}

TEST_CASE("the photo is handed on before the proofs, the same that is proved in the end") {
    SimulatedCard simulated;
    hal::Transaction transaction = simulated.begin();
    MynaCard card = MynaCard::require(transaction, nullptr, soon()).value();
    Bytes early;
    std::set<sim::CardObservations::Place> keys_used_before;
    const auto outcome =
        read_with_number_b(card, simulated.number_b(), SimulatedCard::anchors(),
                           SimulatedCard::clock(), soon(), [&](UnprovedPhoto photo) {
                               early = to_bytes(photo.jpeg2000_to_prepare());
                               keys_used_before = simulated.observations().used_keys;
                           });
    verdict_of(outcome);
    CHECK(keys_used_before.empty());
    CHECK(
        (same_bytes(early, std::get<ReceptionReading>(*outcome).surface->photo.jpeg2000.reveal())));
}
