// What goes wrong between card and reader, seen by the whole reception: a sample of the fault
// matrix (docs/faults.md), whose invariants have the same names there.
#include "tests/fault/command_kind.hpp"
#include "tests/unit/terminal_app/reception/reception_bench.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace madoguchi;
using namespace madoguchi::terminal;
using madoguchi::test::ReceptionBench;
using std::chrono_literals::operator""s;

namespace {

using Exchanges = std::vector<sim::ObservedExchange>;

// A reception by PIN in which one thing goes wrong, and how it ends. 照合番号B comes before the
// PIN: it has the first counter and the first VERIFY, the PIN the others.
struct Case {
    std::string_view command; // its kind
    std::size_t which;        // of the commands of this kind, from 1
    std::string_view fault;
    std::string_view reason;
};

// A card that is slow or hangs is the matter of stuck_reader_test.cpp: it takes its time.
constexpr std::array cases{
    // The card leaves, or another lies there: the patient is told to put it down again.
    Case{"select-application", 1, "removed-before", "F-CARD-REMOVED"},
    Case{"read-256-first", 1, "removed-during-not-executed", "F-CARD-REMOVED"},
    Case{"verify", 1, "removed-during-not-executed", "F-CARD-REMOVED"},
    Case{"verify", 1, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"verify", 1, "swapped", "F-CARD-REMOVED"},
    Case{"select-application", 3, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"verify", 2, "removed-before", "F-CARD-REMOVED"},
    Case{"verify", 2, "removed-during-executed", "F-CARD-REMOVED"},
    Case{"sign", 1, "removed-during-executed", "F-CARD-REMOVED"},

    // The card is reset or says nothing.
    Case{"select-application", 2, "reset", "F-CARD-UNREADABLE"},
    Case{"ask-counter", 1, "mute", "F-CARD-UNREADABLE"},
    Case{"verify", 2, "reset", "F-CARD-UNREADABLE"}, Case{"sign", 1, "mute", "F-CARD-UNREADABLE"},

    // It forgot its state, or is another one, and nobody says so.
    Case{"verify", 1, "reset-unnoticed", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "swapped-unnoticed", "F-CARD-UNEXPECTED"},
    Case{"sign", 1, "reset-unnoticed", "F-CARD-UNEXPECTED"},

    // An answer's length is wrong, or it has no end.
    Case{"read-256-first", 1, "over-long-answer", "F-CARD-UNEXPECTED"},
    Case{"verify", 1, "empty-answer", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 1, "header-larger-than-memory", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 2, "hostile-endless-more-data", "F-CARD-UNEXPECTED"},
    Case{"read-extended-first", 3, "hostile-length-beyond-memory", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "one-byte-answer", "F-CARD-UNEXPECTED"},
    Case{"sign", 1, "endless-more-data", "F-CARD-UNEXPECTED"},

    // Nothing that was read counts without its proof.
    Case{"sign-with-default-key", 1, "flipped-last-byte", "F-TRUST-FAILED"},
    Case{"sign", 1, "flipped-middle-byte", "F-TRUST-FAILED"},
    Case{"sign", 1, "half-answer", "F-TRUST-FAILED"},
    Case{"sign", 1, "success-without-data", "F-TRUST-FAILED"},

    // A counter that is not known, and numbers that are blocked or not taken.
    Case{"select-application", 2, "status-6A82", "F-CARD-UNSUITABLE"},
    Case{"ask-counter", 1, "status-6983", "F-NUMBER-BLOCKED"},
    Case{"ask-counter", 1, "status-6F00", "F-CARD-UNEXPECTED"}, // no way is left
    Case{"verify", 1, "status-6983", "F-NUMBER-BLOCKED"},
    Case{"ask-counter", 2, "status-6F00", "F-PIN-UNAVAILABLE"},
    Case{"ask-counter", 2, "status-63C0", "F-PIN-BLOCKED"},
    Case{"ask-counter", 3, "endless-more-data", "F-PIN-UNAVAILABLE"},
    Case{"ask-counter", 3, "status-6984", "F-PIN-BLOCKED"},
    Case{"verify", 2, "status-6983", "F-PIN-BLOCKED"},
    Case{"verify", 2, "status-6F00", "F-CARD-UNEXPECTED"},
    Case{"verify", 2, "success-without-data", "F-CARD-UNEXPECTED"}, // it was not executed
};

template <typename Named>
const Named& named(std::span<const Named> all, std::string_view name) {
    const auto found = std::ranges::find(all, name, &Named::name);
    REQUIRE(found != all.end());
    return *found;
}

sim::FaultPlan plan_of(const Case& one, std::size_t exchange) {
    constexpr std::string_view hostile = "hostile-";
    if (one.fault.starts_with(hostile)) {
        const auto name = one.fault.substr(hostile.size());
        return {{}, {{exchange, named(sim::all_hostile_behaviours(), name).behaviour}}};
    }
    return {{{exchange, named(sim::all_faults(), one.fault).fault}}, {}};
}

// Exchanges of a reception in which nothing goes wrong.
const Exchanges& honest_exchanges() {
    static const Exchanges exchanges = [] {
        ReceptionBench bench;
        REQUIRE(bench.receive_by_pin().outcome == "eligible");
        return bench.faults().observations().exchanges;
    }();
    return exchanges;
}

std::size_t place_of(const Case& one) {
    const Exchanges& exchanges = honest_exchanges();
    std::size_t left = one.which;
    const auto place = std::ranges::find_if(exchanges, [&](const auto& exchange) {
        return test::kind_of_command(exchange) == one.command && --left == 0;
    });
    REQUIRE(place != exchanges.end());
    return static_cast<std::size_t>(place - exchanges.begin());
}

// VERIFY commands that the patient's entries allow by then: what an honest reception has sent.
std::size_t numbers_given_by(std::size_t place) {
    const Exchanges& exchanges = honest_exchanges();
    return static_cast<std::size_t>(
        std::count_if(exchanges.begin(), exchanges.begin() + static_cast<std::ptrdiff_t>(place) + 1,
                      [](const auto& exchange) { return exchange.verifies_with_data(); }));
}

bool is_empty_folder(const std::filesystem::path& folder) {
    return std::filesystem::directory_iterator(folder) == std::filesystem::directory_iterator();
}

// I7 and I9: one reason, which is the expected one, and nothing that was read counts for anything.
void check_failure(ReceptionBench& bench, const Case& one) {
    const HeadlessResult result = bench.receive_by_pin();
    CHECK(result.outcome == "failed");
    REQUIRE(result.reason.has_value());
    CHECK(code_of(*result.reason) == one.reason);
    CHECK(bench.desk().photo() == nullptr);
    CHECK(is_empty_folder(bench.folder() / "hand-over"));
    const auto rows = bench.journal_of(1);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].failure == one.reason);
    CHECK(rows[0].outcome.empty());
    CHECK(rows[0].grade.empty());
    CHECK(rows[0].certificate.empty());
}

// I4: no number was sent more often than it was given, executed or not, by whichever card.
void check_commands(ReceptionBench& bench, std::size_t place) {
    const sim::FaultObservations seen = bench.faults().observations();
    CHECK(seen.all_happened);
    CHECK(seen.verifies() <= numbers_given_by(place));
}

// I6: nobody has to help.
void check_next_patient(ReceptionBench& bench) {
    bench.take_card();
    // The card before is done with, so that no exchange of its end is taken for the next one's.
    REQUIRE(bench.readers().wait_until_powered_down(Deadline::after(5s)));
    bench.faults().plan({});
    bench.next_patient("p05");
    CHECK(bench.receive_by_pin().outcome == "eligible");
}

} // namespace

TEST_CASE("whatever goes wrong has one reason, shows nothing, and leaves the next patient alone") {
    for (const Case& one : cases) {
        INFO(one.command << ' ' << one.which << ", " << one.fault);
        const std::size_t place = place_of(one);
        ReceptionBench bench;
        bench.faults().plan(plan_of(one, place));
        check_failure(bench, one);
        check_commands(bench, place);
        check_next_patient(bench);
    }
}
