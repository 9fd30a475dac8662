// The card front in whole receptions: a number is presented once, and what cannot be read is typed.
#include "hw-sim/card/card_observations.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::BenchOptions;
using madoguchi::test::ReceptionBench;

namespace {

void choose(ReceptionBench& bench, Way way) {
    bench.press(PatientAction(action::ChooseWay{way}));
}

void put_down_and_choose(ReceptionBench& bench, Way way) {
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    choose(bench, way);
}

void type_number(ReceptionBench& bench, std::string_view digits) {
    auto number =
        jpki::front_number_from(jpki::FrontNumberKind::NumberB, SecretBytes(as_bytes(digits)));
    REQUIRE(number.has_value());
    bench.press(PatientAction(action::EnterNumber{std::move(*number)}));
}

std::size_t presented(ReceptionBench& bench) {
    return bench.card().observations().verified_with_data.size();
}

// The number of p02's card, with digits from a place on replaced.
std::string altered(std::size_t place, std::string_view digits) {
    return test::persona("p02").verification_number_b().replace(place, digits.size(), digits);
}

BenchOptions reading(std::string number) {
    BenchOptions options;
    options.surface_number = std::move(number);
    return options;
}

} // namespace

TEST_CASE(
    "a number that was read wrongly is presented once; then it is typed, once for each entry") {
    ReceptionBench bench(reading("00000000000000"));
    put_down_and_choose(bench, Way::Pin);
    const State asked = bench.wait_for(Phase::EnteringNumber).state;
    CHECK(asked.rejected);
    CHECK(asked.tries_left == 9U);
    CHECK(presented(bench) == 1);
    type_number(bench, altered(10, "0000"));
    const Deadline deadline = Deadline::after(std::chrono::seconds(60));
    while (bench.desk().views().newest().value->state.tries_left != 8U) {
        REQUIRE_FALSE(deadline.has_passed());
        static_cast<void>(bench.desk().views().wait_after(bench.desk().views().newest().number,
                                                          std::chrono::milliseconds(50)));
    }
    CHECK(presented(bench) == 2);
    type_number(bench, test::persona("p02").verification_number_b());
    bench.wait_for(Phase::EnteringPin);
    CHECK(presented(bench) == 3);
}

TEST_CASE("choosing another way does not present the number that was read wrongly again") {
    ReceptionBench bench(reading("00000000000000"));
    put_down_and_choose(bench, Way::Pin);
    bench.wait_for(Phase::EnteringNumber);
    type_number(bench, test::persona("p02").verification_number_b());
    bench.wait_for(Phase::EnteringPin);
    const std::size_t so_far = presented(bench);
    choose(bench, Way::Visual); // wants the photo, and so the number again
    CHECK(bench.wait_for(Phase::EnteringNumber).state.reason == FailureReason::NumberRejected);
    CHECK(presented(bench) == so_far);
    type_number(bench, test::persona("p02").verification_number_b());
    bench.wait_for(Phase::AwaitingVisual);
}

TEST_CASE("a number that was read wrongly is not presented again when the card is put down again") {
    const std::string misread = altered(10, "0000");
    ReceptionBench bench(reading(misread));
    put_down_and_choose(bench, Way::Pin);
    CHECK(bench.wait_for(Phase::EnteringNumber).state.tries_left == 9U);
    for (const Way way : {Way::Pin, Way::Visual}) {
        bench.take_card();
        put_down_and_choose(bench, way);
        const State asked = bench.wait_for(Phase::EnteringNumber).state;
        CHECK(asked.rejected);
        CHECK(asked.tries_left == 9U); // as the card says
    }
    CHECK(presented(bench) == 1);
    type_number(bench, test::persona("p02").verification_number_b());
    bench.wait_for(Phase::AwaitingVisual);
}

TEST_CASE("whatever is wrong with the camera, the number is typed and the patient received") {
    struct Case {
        ErrorCode error;
        FailureReason reason;
    };
    const std::vector<Case> cases{
        {ErrorCode::CameraMissing, FailureReason::SurfaceCameraNone},
        {ErrorCode::CameraLost, FailureReason::SurfaceCameraLost},
        {ErrorCode::ImageUnreadable, FailureReason::SurfaceCameraBlack},
        {ErrorCode::ImageRefused, FailureReason::SurfaceCameraUnsuitable},
        {ErrorCode::ModelMissing, FailureReason::SurfaceModels},
        {ErrorCode::SurfaceUnreadable, FailureReason::NumberUnreadable},
    };
    for (const Case& one : cases) {
        INFO(code_of(one.reason));
        BenchOptions options;
        options.surface_fails = one.error;
        ReceptionBench bench(options);
        put_down_and_choose(bench, Way::Visual);
        const State asked = bench.wait_for(Phase::EnteringNumber).state;
        CHECK(asked.reason == one.reason);
        CHECK_FALSE(asked.rejected);
        CHECK(presented(bench) == 0);
        type_number(bench, test::persona("p02").verification_number_b());
        bench.wait_for(Phase::AwaitingVisual);
        bench.press(StaffAction(action::ConfirmVisual{true}));
        bench.wait_for(Phase::Consenting);
        if (one.reason != FailureReason::NumberUnreadable) {
            CHECK(bench.wait_for(Part::Surface, Condition::Down).reason == one.reason);
        }
    }
}

TEST_CASE("printed dates other than the chip's are told to staff as a suspicion, and only those") {
    struct Case {
        const char* what;
        std::string printed; // and the right number is typed where it is not accepted
        bool suspected;
    };
    const std::vector<Case> cases{
        {"the card's own number", "", false},
        {"another birth date", altered(0, "010203"), true},
        {"another year of expiry", altered(6, "2040"), true},
        {"another security code: misread, or worn", altered(10, "0000"), false},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        ReceptionBench bench(reading(one.printed));
        put_down_and_choose(bench, Way::Visual);
        if (!one.printed.empty()) {
            bench.wait_for(Phase::EnteringNumber);
            type_number(bench, test::persona("p02").verification_number_b());
        }
        CHECK(bench.wait_for(Phase::AwaitingVisual).front_differs == one.suspected);
        bench.take_card();
        bench.next_patient("p05");
        CHECK(bench.receive_by_pin().outcome == "eligible");
        CHECK_FALSE(bench.desk().views().newest().value->front_differs);
    }
}
