#include "tests/fault/expectations.hpp"
#include "tests/fault/fault_case.hpp"
#include "tests/fault/heap_growth.hpp"
#include "tests/support/cards/patient_traces.hpp"

#include <algorithm>
#include <filesystem>

namespace madoguchi::test {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto long_enough = 20s;
constexpr auto soon_over = 60ms; // for answers that come too late

hal::TransferLimits limits_of(const Scenario& scenario) {
    return scenario.extended_length ? hal::TransferLimits{true, 65544, 65538}
                                    : hal::TransferLimits{};
}

// A card with full counters, another one beside it, and the faulty reader that holds them.
struct Desk {
    explicit Desk(const Scenario& scenario)
        : card(card_of(patient().id)), other(card_of(other_patient)),
          reader("Faulty Reader 00 00", limits_of(scenario)), readers(reader, other) {
        if (scenario.before) {
            scenario.before(*card);
        }
        reader.insert(card);
    }

    [[nodiscard]] Result<Reading> converse(const Scenario& scenario, Deadline deadline) {
        return test::converse(readers, reader.name(), scenario, deadline);
    }

    std::shared_ptr<sim::VirtualCard> card;
    std::shared_ptr<sim::VirtualCard> other;
    sim::InProcessReader reader;
    sim::FaultyReaders readers;
};

std::size_t entries_in(const char* folder) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

struct ProcessResources {
    std::size_t files = entries_in("/proc/self/fd");
    std::size_t threads = entries_in("/proc/self/task");
    bool operator==(const ProcessResources&) const = default;
};

bool is(const FaultCase& fault_case, sim::FaultKind kind) {
    return !fault_case.plan.faults.empty() && fault_case.plan.faults.front().fault.kind == kind;
}

class Findings {
public:
    void check(bool holds, const std::string& otherwise) {
        if (!holds) {
            lines_.push_back(otherwise);
        }
    }
    [[nodiscard]] std::vector<std::string> take() && { return std::move(lines_); }

private:
    std::vector<std::string> lines_;
};

// I2 and I4: no command after the channel's death or beyond the budgets, and no number presented
// more often than it was given, whoever received it.
void check_commands(Findings& findings, const FaultCase& fault_case, const DryRun& honest,
                    const Desk& desk) {
    constexpr std::size_t rounds_of_one_task = 256;
    const sim::FaultObservations seen = desk.readers.observations();
    // A slow machine may be late by itself before the answer that comes late on purpose.
    findings.check(seen.all_happened || is(fault_case, sim::FaultKind::Slow),
                   "the fault did not happen: the conversation never got there");
    findings.check(seen.after_death == 0, "I2: commands were sent to a channel that had failed");
    findings.check(seen.exchanges.size() <= honest.exchanges.size() + rounds_of_one_task,
                   "I2: " + std::to_string(seen.exchanges.size()) + " exchanges, no end");
    findings.check(seen.begun == seen.ended, "I5: a transaction was not ended");
    const std::size_t on_card = desk.card->observations().verified_with_data.size();
    const std::size_t executed = on_card + desk.other->observations().verified_with_data.size();
    findings.check(seen.verifies() <= fault_case.scenario->numbers_given &&
                       executed <= fault_case.scenario->numbers_given,
                   "I4: VERIFY sent " + std::to_string(seen.verifies()) + " times");
    findings.check(!fault_case.scenario->at_floor || on_card == 0, "I4: the last try was spent");
}

// I8: what could be logged or shown.
void check_texts(Findings& findings, const Result<Reading>& outcome) {
    static const std::vector<std::string> traces = traces_of(patient());
    if (outcome) {
        return;
    }
    const std::string text(outcome.error().text());
    for (const std::string& trace : traces) {
        findings.check(!holds(text, trace), "I8: the error's text holds personal data");
    }
}

// I9: what counts as proved is true. The one thing that no proof of the card binds to the rest is
// the certificate, which names nobody: a card swapped unnoticed before it is read (PC/SC notices
// every swap) leaves a certificate of the other card.
bool is_true(const FaultCase& fault_case, const DryRun& honest, const Reading& reading) {
    return std::ranges::all_of(reading.verified, [&](const auto& part) {
        const auto truth = honest.reading.verified.find(part.first);
        return (truth != honest.reading.verified.end() && truth->second == part.second) ||
               (part.first == "certificate" && is(fault_case, sim::FaultKind::SwappedUnnoticed));
    });
}

bool is_same(const Result<Reading>& outcome, const DryRun& honest) {
    return word_of(outcome) == honest.reading.word &&
           (!outcome || (outcome->shown == honest.reading.shown &&
                         outcome->verified == honest.reading.verified));
}

// I7: the outcome is one that is expected of this fault here.
void check_outcome(Findings& findings, const FaultCase& fault_case, const DryRun& honest,
                   const Result<Reading>& outcome) {
    findings.check(!outcome || is_true(fault_case, honest, *outcome),
                   "I9: something false counts as proved");
    std::string word = word_of(outcome);
    if (word == honest.reading.word) {
        word = is_same(outcome, honest) ? "unharmed" : "differs";
    }
    findings.check(is_expected(fault_case, word),
                   "I7: ended as '" + word + "', expected " + expected_words(fault_case));
}

// I6: the next patient is served without anybody's help.
void check_next_session(Findings& findings, const Scenario& scenario, const DryRun& honest,
                        Desk& desk) {
    const auto next = card_of(patient().id);
    if (scenario.before) {
        scenario.before(*next);
    }
    desk.reader.insert(next);
    desk.readers.plan({});
    const auto outcome = desk.converse(scenario, Deadline::after(long_enough));
    findings.check(is_same(outcome, honest),
                   "I6: the next session ended as '" + word_of(outcome) + "'");
}

} // namespace

DryRun dry_run(const Scenario& scenario) {
    Desk desk(scenario);
    static_cast<void>(desk.converse(scenario, Deadline::after(long_enough))); // warms caches
    Desk measured(scenario);
    const HeapGrowth heap;
    auto outcome = measured.converse(scenario, Deadline::after(long_enough));
    const std::size_t growth = heap.largest();
    Reading reading = outcome ? std::move(*outcome) : Reading{word_of(outcome), {}, {}};
    return {std::move(reading), measured.readers.observations().exchanges, growth};
}

std::vector<std::string> violations_of(const FaultCase& fault_case, const DryRun& honest) {
    constexpr std::size_t largest_growth = 256U << 10U;
    Findings findings;
    Desk desk(*fault_case.scenario);
    const ProcessResources before;
    desk.readers.plan(fault_case.plan);
    {
        const HeapGrowth heap;
        const Deadline deadline =
            Deadline::after(is(fault_case, sim::FaultKind::Slow) ? soon_over : long_enough);
        const auto outcome = desk.converse(*fault_case.scenario, deadline);
        findings.check(heap.largest() <= honest.heap_growth + largest_growth,
                       "I3: memory grew by " + std::to_string(heap.largest()) +
                           " bytes, honestly " + std::to_string(honest.heap_growth));
        check_outcome(findings, fault_case, honest, outcome);
        check_texts(findings, outcome);
    }
    check_commands(findings, fault_case, honest, desk);
    check_next_session(findings, *fault_case.scenario, honest, desk);
    findings.check(ProcessResources() == before, "I5: a file or thread was left open");
    return std::move(findings).take();
}

} // namespace madoguchi::test
