// Receptions with a next-generation card: its number has six digits, everything else is as ever.
#include "hw-sim/card/card_observations.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::BenchOptions;
using madoguchi::test::card_of;
using madoguchi::test::holder;
using madoguchi::test::ReceptionBench;

namespace {

std::string printed_digits() {
    return holder("p02", "next-generation").verification_number_6();
}

BenchOptions with_front(const std::string& digits) {
    BenchOptions options;
    options.surface_number = digits;
    return options;
}

// The bench with such a card, whose front a camera reads as these digits.
struct NextGenerationBench {
    explicit NextGenerationBench(const std::string& front = printed_digits(),
                                 std::string_view kind = "next-generation")
        : bench(with_front(front)) {
        bench.use_card(card_of("p02", kind));
    }

    ReceptionBench bench;
};

action::EnterNumber entry(jpki::FrontNumberKind kind, const std::string& digits) {
    return {jpki::front_number_from(kind, SecretBytes(as_bytes(digits))).value()};
}

std::size_t numbers_presented(const ReceptionBench& bench) {
    return bench.card().observations().verified_with_data.size();
}

} // namespace

TEST_CASE("the holder of a next-generation card is received by PIN") {
    NextGenerationBench next;
    const HeadlessResult result = next.bench.receive_by_pin();
    CHECK(result.outcome == "eligible");
    CHECK(numbers_presented(next.bench) == 2); // 照合番号 and the PIN
    next.bench.take_card();
    CHECK(next.bench.journal_of(1).at(0).grade == "card-key-and-pin");
}

TEST_CASE("the holder of a next-generation card is received by sight") {
    NextGenerationBench next;
    ReceptionBench& bench = next.bench;
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Visual}));
    CHECK(bench.wait_for(Phase::AwaitingVisual).photo_is_shown);
    bench.press(StaffAction(action::ConfirmVisual{true}));
    bench.wait_for(Phase::Consenting);
    bench.press(PatientAction(action::GiveConsents{}));
    CHECK(bench.wait_for(Phase::ShowingOutcome).state.outcome ==
          eligibility::OutcomeKind::Eligible);
    CHECK(numbers_presented(bench) == 1);
}

TEST_CASE("a front read as today's number is none of a next-generation card: six digits are typed "
          "instead") {
    NextGenerationBench next("55021720352285");
    ReceptionBench& bench = next.bench;
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Visual}));
    CHECK(bench.wait_for(Phase::EnteringNumber).state.front_number ==
          jpki::FrontNumberKind::VerificationNumber);
    CHECK(bench.desk().submit(PatientAction(entry(jpki::FrontNumberKind::NumberB,
                                                  "55021720352285"))) == ActionVerdict::DoesNotFit);
    CHECK(numbers_presented(bench) == 0);
    bench.press(PatientAction(entry(jpki::FrontNumberKind::VerificationNumber, printed_digits())));
    bench.wait_for(Phase::AwaitingVisual);
    CHECK(numbers_presented(bench) == 1);
}

TEST_CASE("six digits are no number for today's card") {
    ReceptionBench bench(with_front(printed_digits()));
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Visual}));
    bench.wait_for(Phase::EnteringNumber);
    CHECK(bench.desk().submit(PatientAction(entry(jpki::FrontNumberKind::VerificationNumber,
                                                  printed_digits()))) == ActionVerdict::DoesNotFit);
    CHECK(numbers_presented(bench) == 0);
}

TEST_CASE("a next-generation card that a reception cannot take is refused by the usual reasons") {
    const auto [kind, reason] = GENERATE(table<std::string, std::string>({
        {"next-generation-number-blocked", "F-NUMBER-BLOCKED"},
        {"next-generation-forged", "F-TRUST-FAILED"},
    }));
    CAPTURE(kind);
    NextGenerationBench next(printed_digits(), kind);
    const HeadlessResult result = next.bench.receive_by_pin();
    REQUIRE(result.reason.has_value());
    CHECK(code_of(*result.reason) == reason);
}
