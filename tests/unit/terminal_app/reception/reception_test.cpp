// Whole receptions: each ends as it should, the screen returns to idle, the next patient works.
#include "hw-sim/card/card_observations.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::BenchOptions;
using madoguchi::test::ReceptionBench;

namespace {

std::string_view code(const HeadlessResult& result) {
    return result.reason ? code_of(*result.reason) : "none";
}

std::string remarks_of(const HeadlessResult& result) {
    std::string names;
    for (const CardRemark& remark : result.remarks) {
        names.append(names.empty() ? "" : " ").append(name_of(remark.kind));
    }
    return names;
}

std::size_t files_in(const std::filesystem::path& folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

constexpr const char* wrong_pin = "0000";

} // namespace

TEST_CASE("a patient is received by PIN: eligible, handed over, in the journal") {
    ReceptionBench bench;
    const HeadlessResult result = bench.receive_by_pin();
    CHECK(code(result) == "none");
    CHECK(result.outcome == "eligible");
    CHECK(exit_status(result) == 0);
    CHECK(result.way == Way::Pin);
    CHECK(result.traffic.exchanges > 10);
    CHECK(result.traffic.bytes_in > 1000);
    CHECK(result.tap_to_answer > std::chrono::milliseconds(0));
    CHECK(files_in(bench.folder() / "hand-over") == 1);
    bench.take_card();

    const auto rows = bench.journal_of(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].way == "pin");
    CHECK(rows[0].grade == "card-key-and-pin");
    CHECK(rows[0].outcome == "eligible");
    CHECK(rows[0].failure.empty());
    CHECK(rows[0].certificate.size() == 64);
}

TEST_CASE("a wrong PIN is presented once, is told, and the next try works") {
    ReceptionBench bench;
    const HeadlessResult result = bench.receive_by_pin(wrong_pin);
    CHECK(code(result) == "F-PIN-WRONG");
    CHECK(exit_status(result) == 3);
    bench.take_card();
    // 照合番号B once, for the basic four, and the PIN once.
    CHECK(bench.card().observations().verified_with_data.size() == 2);
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("the last try is kept, spent only by wish, and then the PIN is blocked") {
    ReceptionBench bench;
    CHECK(code(bench.receive_by_pin(wrong_pin)) == "F-PIN-WRONG");
    bench.take_card();
    CHECK(code(bench.receive_by_pin(wrong_pin)) == "F-PIN-WRONG");
    bench.take_card();

    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Pin}));
    CHECK(bench.wait_for(Phase::ConfirmingLastTry).state.tries_left == 1U);
    CHECK(bench.desk().submit(PatientAction(action::EnterPin{
              std::move(*bench.pin_wishes(wrong_pin).pin)})) == ActionVerdict::DoesNotFit);
    bench.press(PatientAction(action::SpendLastTry{}));
    bench.wait_for(Phase::EnteringPin);
    bench.press(PatientAction(action::EnterPin{std::move(*bench.pin_wishes(wrong_pin).pin)}));
    CHECK(bench.wait_for(Phase::ChoosingOtherWay).state.reason == FailureReason::PinBlocked);
    bench.press(PatientAction(action::Cancel{}));
    CHECK(bench.wait_for(Phase::ShowingFailure).state.reason == FailureReason::PinBlocked);
    bench.take_card();

    const auto verified = bench.card().observations().verified_with_data.size();
    CHECK(code(bench.receive_by_pin()) == "F-PIN-BLOCKED");
    // Only 照合番号B: nothing is sent to a blocked PIN.
    CHECK(bench.card().observations().verified_with_data.size() == verified + 1);
    bench.take_card();
    bench.next_patient("p05");
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("a misread card front costs one patient a try, and the next one nothing") {
    BenchOptions misread;
    misread.surface_number = "00000000000000";
    ReceptionBench bench(misread);
    CHECK(code(bench.receive_by_pin()) == "F-NUMBER-REJECTED");
    CHECK(bench.card().observations().verified_with_data.size() == 1);
    bench.take_card();
    bench.next_patient("p05");
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("staff confirm by sight") {
    ReceptionBench bench;
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.press(PatientAction(action::ChooseWay{Way::Visual}));
    CHECK(bench.wait_for(Phase::AwaitingVisual).photo_is_shown);
    CHECK(bench.desk().photo() != nullptr);
    bench.press(StaffAction(action::ConfirmVisual{true}));
    bench.wait_for(Phase::Consenting);
    CHECK(bench.desk().photo() == nullptr);
    bench.press(PatientAction(action::GiveConsents{{eligibility::ConsentItem::Medication}}));
    CHECK(bench.wait_for(Phase::ShowingOutcome).state.outcome ==
          eligibility::OutcomeKind::Eligible);
    bench.take_card();
    const auto rows = bench.journal_of(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].consents == "medication");
    CHECK(rows[0].grade == "card-presence-and-staff");
}

TEST_CASE("staff do not confirm") {
    ReceptionBench bench;
    HeadlessWishes wishes;
    wishes.way = Way::Visual;
    wishes.same_person = false;
    const HeadlessResult result = bench.receive(std::move(wishes));
    CHECK(result.outcome == "not_confirmed");
    CHECK(code(result) == "F-IDENTITY-NOT-CONFIRMED");
    CHECK(files_in(bench.folder() / "hand-over") == 0);
}

TEST_CASE("without models the face way is not offered, and the other ways are") {
    ReceptionBench bench;
    bench.wait_for(Part::Face, Condition::Down);
    bench.insert();
    CHECK(bench.wait_for(Phase::ChoosingWay).state.ways ==
          WaySet().with(Way::Pin).with(Way::Visual));
    bench.take_card();
    HeadlessWishes wishes;
    wishes.way = Way::Face;
    const HeadlessResult result = bench.receive(std::move(wishes));
    CHECK(code(result) == "F-FACE-MODELS");
    CHECK(exit_status(result) == 1);
    bench.take_card();
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("a card pulled at any exchange ends the session, and the next patient works") {
    ReceptionBench bench;
    bool came_through = false;
    std::size_t exchanges = 0;
    for (; !came_through && exchanges < 200; ++exchanges) {
        INFO("pulled after " << exchanges);
        bench.reader().remove_after(exchanges);
        const HeadlessResult result = bench.receive_by_pin();
        came_through = result.outcome == "eligible";
        if (!came_through) {
            CHECK(code(result) == "F-CARD-REMOVED");
        }
        bench.take_card();
    }
    CHECK(came_through);
    CHECK(exchanges > 15);
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("each kind of bad input ends in its own reason, and the screen returns to idle") {
    struct Case {
        const char* what;
        BenchOptions options;
        const char* reason;
        int status;
    };
    BenchOptions no_folder;
    no_folder.with_eligibility_folder = false;
    BenchOptions garbage;
    garbage.scenario = "garbage";
    BenchOptions silent;
    silent.scenario = "silent";
    silent.eligibility_deadline = std::chrono::seconds(1);
    BenchOptions mislinked;
    mislinked.scenario = "mislinked";
    BenchOptions unknown;
    unknown.in_patient_index = false;
    BenchOptions misread;
    misread.surface_number = "00000000000000";
    BenchOptions foreign_authority;
    foreign_authority.with_our_anchors = false;
    BenchOptions no_hand_over;
    no_hand_over.with_hand_over_folder = false;
    const std::vector<Case> cases{
        {"eligibility folder missing", no_folder, "F-LINK-FOLDER", 1},
        {"answer is garbage", garbage, "F-ANSWER-UNREADABLE", 1},
        {"no answer comes", silent, "F-LINK-TIMEOUT", 1},
        {"answer is another person's", mislinked, "F-IDENTITY-MISMATCH", 3},
        {"patient is not in the index", unknown, "F-IDENTITY-UNKNOWN", 1},
        {"card front misread", misread, "F-NUMBER-REJECTED", 1},
        {"card of an authority we do not know", foreign_authority, "F-TRUST-FAILED", 1},
        {"hand-over folder missing", no_hand_over, "F-SYSTEM-HAND-OVER", 1},
    };
    for (const Case& bad : cases) {
        INFO(bad.what);
        ReceptionBench bench(bad.options);
        const HeadlessResult result = bench.receive_by_pin();
        CHECK(code(result) == std::string(bad.reason));
        CHECK(exit_status(result) == bad.status);
        bench.take_card();
        const auto rows = bench.journal_of(1);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].failure == bad.reason);
        CHECK(rows[0].outcome.empty());
    }
}

TEST_CASE("whoever puts down another card reads which one it is, and may put down the right one") {
    struct Case {
        std::string_view kind;
        std::string_view reason;
    };
    const std::vector<Case> cases{
        {"driving-licence", "F-CARD-DRIVING-LICENCE"},
        {"residence-card", "F-CARD-RESIDENCE"},
        {"passport", "F-CARD-PASSPORT"},
        {"credit-card", "F-CARD-CREDIT"},
        {"transit", "F-CARD-TRANSIT"},
        {"blank", "F-CARD-UNSUITABLE"},
        {"phone-android", "F-CARD-PHONE"},
        {"phone-iphone", "F-CARD-PHONE"},
        {"pinless-blocked", "F-PIN-BLOCKED"},
        {"pinless-absent", "F-PIN-NONE"},
    };
    ReceptionBench bench;
    for (const Case& other : cases) {
        INFO(other.kind);
        const auto card = test::card_of("p02", other.kind);
        bench.use_card(card);
        CHECK(code(bench.receive_by_pin()) == other.reason);
        CHECK(card->observations().verified_with_data.size() <=
              (other.kind.starts_with("pinless") ? 1U : 0U)); // 照合番号B alone
        bench.take_card();
    }
    bench.use_card(test::card_of("p02"));
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("a certificate that is over is accepted for three months, and named when it is refused") {
    struct Case {
        std::string_view kind;
        std::string_view reason;
        std::string_view by_pin; // names of the remarks
        std::string_view by_sight;
    };
    const std::vector<Case> cases{
        {"current", "none", "", ""},
        {"certificate-expires-soon", "none", "certificate-ends-soon", "certificate-ends-soon"},
        {"certificate-in-grace", "none", "certificate-in-grace", "certificate-in-grace"},
        {"body-expired", "none", "certificate-in-grace", "certificate-in-grace card-expired"},
        {"certificate-dead", "F-TRUST-EXPIRED", "", ""},
        {"authority-2015", "F-TRUST-EXPIRED", "", ""},
    };
    ReceptionBench bench;
    for (const Case& aged : cases) {
        INFO(aged.kind);
        bench.next_patient("p02", aged.kind);
        const HeadlessResult pin = bench.receive_by_pin();
        CHECK(code(pin) == aged.reason);
        CHECK(remarks_of(pin) == aged.by_pin);
        bench.take_card();
        HeadlessWishes by_sight;
        by_sight.way = Way::Visual;
        by_sight.same_person = true;
        const HeadlessResult sight = bench.receive(std::move(by_sight));
        CHECK(code(sight) == aged.reason);
        CHECK(remarks_of(sight) == aged.by_sight);
        bench.take_card();
    }
}

TEST_CASE("a headless result tells the year of a remark, not the month") {
    using namespace std::chrono_literals;
    HeadlessResult result;
    result.outcome = "eligible";
    result.remarks = {{CardRemark::Kind::CertificateInGrace, 2026y / 10}};
    CHECK(to_json(result).find(R"("remarks":[{"remark":"certificate-in-grace","year":2026}])") !=
          std::string::npos);
    CHECK(to_text(result).find("renews it (2026)\n") != std::string::npos);
}

TEST_CASE("another kind of card is told apart without presenting anything to it") {
    ReceptionBench bench;
    sim::CardContent other;
    other.answer_to_reset = test::card_content("p02").answer_to_reset; // proves nothing
    sim::MemoryNumberStore numbers;
    const auto card = std::make_shared<sim::VirtualCard>(other, numbers);
    bench.reader().insert(card);
    const HeadlessResult result = receive_one(bench.desk(), bench.pin_wishes());
    CHECK(code(result) == "F-CARD-UNSUITABLE");
    CHECK(card->observations().verified_with_data.empty());
    bench.take_card();
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("no reader is told at once, and service goes on when one is there") {
    ReceptionBench bench;
    bench.reader().unplug();
    bench.wait_for(Phase::OutOfService);
    const HeadlessResult result = receive_one(bench.desk(), bench.pin_wishes());
    CHECK(exit_status(result) == 1);
    bench.reader().plug_in();
    bench.wait_for(Phase::Idle);
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("a reader unplugged in a session is a lost reader") {
    ReceptionBench bench;
    bench.insert();
    bench.wait_for(Phase::ChoosingWay);
    bench.reader().unplug();
    CHECK(bench.wait_for(Phase::OutOfService).state.reason == FailureReason::ReaderLost);
    bench.reader().plug_in();
    bench.wait_for(Phase::Idle);
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

TEST_CASE("the personal number and the signature key are never touched") {
    ReceptionBench bench;
    CHECK(bench.receive_by_pin().outcome == "eligible");
    bench.take_card();
    HeadlessWishes visual;
    visual.way = Way::Visual;
    visual.same_person = true;
    CHECK(bench.receive(std::move(visual)).outcome == "eligible");
    // 個人番号: EF 0001 of 券面事項入力補助AP; 署名用: key 001A, password 001B, certificate 0001.
    const auto place = [](const char* aid, std::uint16_t file) {
        return sim::CardObservations::Place{aid, file};
    };
    const auto& selected = bench.card().observations().selected;
    CHECK(selected.count(place("D3921000310001010408", 0x0001)) == 0);
    for (const std::uint16_t file : std::array<std::uint16_t, 3>{0x001A, 0x001B, 0x0001}) {
        CHECK(selected.count(place("D392F000260100000001", file)) == 0);
    }
}
