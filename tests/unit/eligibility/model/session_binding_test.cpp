// An answer that belongs to another session is never shown: early, late, foreign, twice (fault
// N10).
#include "eligibility/model/session_binding.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace std::chrono_literals;

namespace {

const CivilTime armed_at{std::chrono::seconds{1'795'134'600}}; // 15 s before the sample was made
const CivilTime arrival = armed_at + 20s;

SessionExpectation expectation() {
    SessionExpectation expected;
    expected.facility_code = "9919999999";
    expected.holder.birth_date = test::date(1984, 2, 29);
    expected.holder.kana = "あおば　ミドリ"; // as cards and charts write it
    expected.armed_at = armed_at;
    expected.deadline = armed_at + 60s;
    return expected;
}

struct Case {
    const char* what;
    void (*change_expectation)(SessionExpectation&);
    void (*change_answer)(EligibilityAnswer&);
    std::chrono::seconds arrives_after;
    Fit fit;
};

constexpr auto same = [](auto&) {};

EligibilityAnswer sample() {
    return test::read(test::sample_face_file())->answer;
}

} // namespace

TEST_CASE("only what fits the session in every known item is ours") {
    using E = SessionExpectation;
    using A = EligibilityAnswer;
    const std::vector<Case> cases{
        {"all agrees", same, same, 20s, Fit::Ours},
        {"on its last second", same, same, 60s, Fit::Ours},
        {"before it was armed", same, same, -1s, Fit::Early},
        {"made for whoever was here before", same, [](A& a) { a.processed_at = armed_at - 10min; },
         20s, Fit::Early},
        {"made by a clock that is a little behind", same,
         [](A& a) { a.processed_at = armed_at - 1min; }, 20s, Fit::Ours},
        {"after the deadline", same, same, 61s, Fit::Late},
        {"another birth date", same,
         [](A& a) { a.persons[0].birth_date = test::date(1984, 2, 28); }, 20s, Fit::Foreign},
        {"same birth date, another name: a twin", same,
         [](A& a) { a.persons[0].kana = "ｱｵﾊﾞ ｶｵﾙ"; }, 20s, Fit::Foreign},
        {"another facility", same, [](A& a) { a.facility_code = "9919999998"; }, 20s, Fit::Foreign},
        {"another reader's session", [](E& e) { e.session_id = "RT02-000007"; }, same, 20s,
         Fit::Foreign},
        {"our session by its name", [](E& e) { e.session_id = "S-7Q2KX0-000124"; }, same, 20s,
         Fit::Ours},
        {"our session's name on another person", [](E& e) { e.session_id = "S-7Q2KX0-000124"; },
         [](A& a) { a.persons[0].birth_date = test::date(1990, 1, 1); }, 20s, Fit::Foreign},
        {"another chart", [](E& e) { e.reference_number = "000319"; }, same, 20s, Fit::Foreign},
        {"one of two persons is somebody else", same,
         [](A& a) {
             a.persons.push_back(a.persons[0]);
             a.persons[1].birth_date = test::date(1990, 1, 1);
         },
         20s, Fit::Foreign},
        {"nothing in it names anybody", same, [](A& a) { a.persons.clear(); }, 20s, Fit::Undecided},
        {"a birth date alone is too little", [](E& e) { e.holder.kana.clear(); }, same, 20s,
         Fit::Undecided},
        {"no kana on the card, and the same name",
         [](E& e) {
             e.holder.kana.clear();
             e.holder.name = "青羽 みどり";
         },
         [](A& a) { a.persons[0].name = "青羽　みどり"; }, 20s, Fit::Ours},
        {"no kana on the card, and another name, or another way to write it",
         [](E& e) {
             e.holder.kana.clear();
             e.holder.name = "髙橋 みどり";
         },
         [](A& a) { a.persons[0].name = "高橋　みどり"; }, 20s, Fit::Undecided},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        SessionExpectation expected = expectation();
        c.change_expectation(expected);
        EligibilityAnswer answer = sample();
        c.change_answer(answer);
        SessionBinding binding;
        binding.arm(expected);
        CHECK(name_of(binding.judge(answer, as_bytes("file"), armed_at + c.arrives_after)) ==
              name_of(c.fit));
    }
}

TEST_CASE("one file never serves two sessions, and one session takes one file") {
    SessionBinding binding;
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Foreign); // nobody is expected
    binding.arm(expectation());
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Ours);
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Duplicate);
    CHECK(binding.judge(sample(), as_bytes("b"), arrival) == Fit::Foreign);
    binding.arm(expectation()); // the same patient comes again: yesterday's file stays yesterday's
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Duplicate);
    CHECK(binding.judge(sample(), as_bytes("b"), arrival) == Fit::Ours);
}

TEST_CASE("what is judged after the wait was closed is late, after the session nobody's") {
    SessionBinding binding;
    CHECK_FALSE(binding.is_armed());
    binding.arm(expectation());
    binding.close();
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Late);
    binding.disarm();
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Foreign);
    binding.arm(expectation()); // it served nobody
    CHECK(binding.judge(sample(), as_bytes("a"), arrival) == Fit::Ours);
}

TEST_CASE("two readers, two patients, one folder: each desk takes its own file") {
    EligibilityAnswer theirs = sample();
    theirs.persons[0].birth_date = test::date(1968, 6, 11);
    theirs.persons[0].kana = "ﾖｼｶﾜ ﾏｻﾐﾁ";
    SessionExpectation second = expectation();
    second.holder.birth_date = test::date(1968, 6, 11);
    second.holder.kana = "ヨシカワ　マサミチ";
    SessionBinding here;
    SessionBinding there;
    here.arm(expectation());
    there.arm(second);
    CHECK(here.judge(theirs, as_bytes("theirs"), arrival) == Fit::Foreign);
    CHECK(there.judge(theirs, as_bytes("theirs"), arrival) == Fit::Ours);
    CHECK(here.judge(sample(), as_bytes("ours"), arrival) == Fit::Ours);
}
