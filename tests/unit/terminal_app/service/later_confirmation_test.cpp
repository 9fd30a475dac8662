#include "terminal_app/service/later_confirmation.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/store/later_samples.hpp"

#include <functional>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using std::chrono_literals::operator""min;
using std::chrono_literals::operator""h;

namespace {

using eligibility::EligibilityAnswer;
using eligibility::EligibilityRequest;

// The service as one function; remembers what it was asked.
class ScriptedLink final : public eligibility::EligibilityLink {
public:
    using Script = std::function<Result<EligibilityAnswer>(const EligibilityRequest&)>;

    [[nodiscard]] std::string_view name() const noexcept override { return "oqs"; }
    [[nodiscard]] Result<EligibilityAnswer> ask(const EligibilityRequest& request,
                                                Deadline /*deadline*/) override {
        asked.push_back(request);
        return script(request);
    }
    [[nodiscard]] Result<void> check() override {
        return is_up ? Result<void>() : fail(ErrorCode::LinkUnavailable, "the share is gone");
    }

    Script script;
    bool is_up = true;
    std::vector<EligibilityRequest> asked;
};

// Valid, and of the person on the card.
EligibilityAnswer valid_answer(const EligibilityRequest& request) {
    const LaterQuestion question = later_question(1);
    EligibilityAnswer answer;
    answer.session_id = request.session_id;
    answer.segment = {"1", eligibility::ResultSegment::Normal};
    answer.status = {"1", eligibility::ProcessingStatus::Normal};
    answer.validity = {"1", eligibility::QualificationValidity::Valid};
    eligibility::PersonRecord person;
    person.name = question.person.name;
    person.kana = question.person.kana;
    person.birth_date = question.person.birth_date;
    person.printed_sex = {"2", *question.person.sex};
    person.address = question.person.address;
    answer.persons.push_back(person);
    return answer;
}

struct Bench {
    TemporaryFolder folder;
    SetClock clock;
    LaterList list = open_later(folder.path() / "later.sqlite", clock);
    ScriptedLink link;
    std::filesystem::path hand_over = folder.path() / "hand-over";
    LaterConfirmation confirmation{
        list, link, {"1312345678", hand_over, std::chrono::seconds(30), {3, {}, {}}}, clock};

    explicit Bench(ScriptedLink::Script script) {
        link.script = std::move(script);
        std::filesystem::create_directory(hand_over);
        require(list.keep(later_question(1), "F-LINK-TIMEOUT"));
    }
    LaterStep step() { return require(confirmation.step()); }
    LaterRow row() { return require(list.rows()).front(); }
    bool is_handed_over() { return !std::filesystem::is_empty(hand_over); }
};

ScriptedLink::Script changed(std::function<void(EligibilityAnswer&)> change) {
    return [change = std::move(change)](const EligibilityRequest& request) {
        EligibilityAnswer answer = valid_answer(request);
        change(answer);
        return answer;
    };
}

} // namespace

TEST_CASE("a valid answer about the same person closes the case and is handed over") {
    Bench bench(valid_answer);
    CHECK(bench.step() == LaterStep::Asked);
    CHECK(bench.row().state == LaterState::Confirmed);
    CHECK(bench.row().asks == 1);
    CHECK(bench.is_handed_over());
    CHECK_FALSE(require(bench.list.question(1)).has_value());
    CHECK(bench.step() == LaterStep::NothingToAsk);
}

TEST_CASE("what is asked is the day of the visit, under a new name, without consents") {
    Bench bench(valid_answer);
    bench.clock.pass(72h);
    static_cast<void>(bench.step());
    REQUIRE(bench.link.asked.size() == 1);
    const EligibilityRequest& request = bench.link.asked.front();
    CHECK(request.date == later_question(1).visit_day);
    CHECK(request.insurance == later_question(1).insurance);
    CHECK(request.birth_date == later_question(1).birth_date);
    CHECK(request.facility_code == "1312345678");
    CHECK(request.consents.empty());
    CHECK_FALSE(request.session_id.empty());
}

TEST_CASE("what each answer means for a case") {
    using namespace std::chrono_literals;
    struct Case {
        const char* what;
        std::function<void(EligibilityAnswer&)> change;
        LaterState state;
        const char* reason;
    };
    const std::vector<Case> cases{
        {"another birth date",
         [](auto& answer) { answer.persons[0].birth_date = CivilDate(1971y / 4 / 1); },
         LaterState::Differs, "stop"},
        {"another name", [](auto& answer) { answer.persons[0].name = "別人太郎"; },
         LaterState::Differs, "staff"},
        {"nobody found",
         [](auto& answer) {
             answer.persons.clear();
             answer.validity = {"4", eligibility::QualificationValidity::None};
         },
         LaterState::NeedsStaff, "none"},
        {"no longer valid",
         [](auto& answer) {
             answer.validity = {"2", eligibility::QualificationValidity::Invalid};
         },
         LaterState::NeedsStaff, "invalid"},
        {"still working",
         [](auto& answer) {
             answer.segment = {"2", eligibility::ResultSegment::Pending};
         },
         LaterState::Asked, "pending"},
        {"of another session", [](auto& answer) { answer.session_id = "another"; },
         LaterState::Asked, "F-ANSWER-FOREIGN"},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        Bench bench(changed(one.change));
        CHECK(bench.step() == LaterStep::Asked);
        CHECK(name_of(bench.row().state) == name_of(one.state));
        CHECK(bench.row().reason == one.reason);
        CHECK_FALSE(bench.is_handed_over());
    }
}

TEST_CASE("without a usable answer a case rests longer each time, and then goes to staff") {
    const auto code = GENERATE(ErrorCode::AnswerLate, ErrorCode::AnswerUnreadable);
    Bench bench([code](const EligibilityRequest& /*request*/) -> Result<EligibilityAnswer> {
        return fail(code, "no answer");
    });
    CHECK(bench.step() == LaterStep::Asked);
    CHECK(bench.step() == LaterStep::NothingToAsk); // it rests
    CHECK(bench.row().state == LaterState::Asked);
    bench.clock.pass(1min);
    CHECK(bench.step() == LaterStep::Asked);
    bench.clock.pass(2min);
    CHECK(bench.step() == LaterStep::Asked);
    CHECK(bench.row().state == LaterState::NeedsStaff);
    CHECK(bench.row().asks == 3);
    bench.clock.pass(2h);
    CHECK(bench.step() == LaterStep::NothingToAsk);
}

TEST_CASE("while the service is away nothing is asked and no try is spent") {
    Bench bench(valid_answer);
    bench.link.is_up = false;
    CHECK(bench.step() == LaterStep::LinkDown);
    CHECK(bench.row().state == LaterState::Waiting);
    CHECK(bench.link.asked.empty());

    bench.link.is_up = true;
    bench.link.script = [](const EligibilityRequest& /*request*/) -> Result<EligibilityAnswer> {
        return fail(ErrorCode::LinkUnavailable, "the share went away in between");
    };
    CHECK(bench.step() == LaterStep::LinkDown);
    CHECK(bench.row().asks == 0);

    bench.link.script = valid_answer;
    bench.clock.pass(2min);
    CHECK(bench.step() == LaterStep::Asked);
    CHECK(bench.row().state == LaterState::Confirmed);
}

TEST_CASE("a confirmed case that cannot be handed over is asked about again") {
    Bench bench(valid_answer);
    std::filesystem::remove(bench.hand_over);
    CHECK(bench.step() == LaterStep::Asked);
    CHECK(bench.row().state == LaterState::Asked);
    CHECK(bench.row().reason == "F-SYSTEM-HAND-OVER");
    std::filesystem::create_directory(bench.hand_over);
    bench.clock.pass(2min);
    CHECK(bench.step() == LaterStep::Asked);
    CHECK(bench.row().state == LaterState::Confirmed);
}

TEST_CASE("age is told only while the date goes along with the monotonic clock") {
    TemporaryFolder folder;
    SetClock clock;
    LaterList list = open_later(folder.path() / "later.sqlite", clock);
    ScriptedLink link;
    LaterConfirmation confirmation(list, link, {"1312345678", folder.path(), {}, {}}, clock);
    require(list.keep(later_question(1), "F-LINK-TIMEOUT"));
    const auto state_after = [&] {
        REQUIRE(confirmation.tidy().has_value());
        return require(list.rows()).front().state;
    };
    static_cast<void>(state_after());
    clock.pass(10min);
    CHECK(state_after() == LaterState::Waiting);

    clock.civil += std::chrono::days(400); // somebody sets the clock wrongly
    CHECK(state_after() == LaterState::Waiting);
    clock.civil -= std::chrono::days(500); // and back too far
    CHECK(state_after() == LaterState::Waiting);
    clock.civil += std::chrono::days(100);
    clock.pass(9min);
    CHECK(state_after() == LaterState::Waiting);

    clock.pass(std::chrono::days(31));
    CHECK(state_after() == LaterState::GivenUp);
    clock.pass(std::chrono::days(29));
    CHECK(state_after() == LaterState::GivenUp);
    clock.pass(std::chrono::days(2));
    REQUIRE(confirmation.tidy().has_value());
    CHECK(require(list.rows()).empty());
}

TEST_CASE("a rest doubles up to its limit and is never the whole of it for everybody") {
    const auto rest = [](double share, std::uint32_t failures) {
        return BackOff(1min, 1h, [share] { return share; }).rest(failures);
    };
    CHECK(rest(1, 0) == 1min);
    CHECK(rest(0, 0) == std::chrono::seconds(30));
    CHECK(rest(1, 3) == 8min);
    CHECK(rest(1, 6) == 1h);
    CHECK(rest(1, 4'000'000'000U) == 1h);
}
