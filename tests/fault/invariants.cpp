#include "tests/fault/expectations.hpp"
#include "tests/fault/fault_case.hpp"
#include "tests/fault/heap_growth.hpp"
#include "tests/fault/log_lines.hpp"
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
        : card(card_of(patient().id, scenario.kind)), other(card_of(other_patient, scenario.kind)),
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
    const auto changes = std::ranges::count_if(
        seen.exchanges, [](const auto& exchange) { return exchange.header.ins == 0x24; });
    findings.check(changes <= (fault_case.scenario->changes_pin ? 1 : 0),
                   "I4: CHANGE sent " + std::to_string(changes) + " times");
    findings.check(!fault_case.scenario->at_floor || on_card == 0, "I4: the last try was spent");
}

// I8: what is logged, the debug lines too, or could be shown.
void check_texts(Findings& findings, const Result<Reading>& outcome, const std::string& logged) {
    static const std::vector<std::string> traces = traces_of(patient());
    const std::string text = outcome ? std::string() : std::string(outcome.error().text());
    for (const std::string& trace : traces) {
        findings.check(!holds(text, trace), "I8: the error's text holds personal data");
        findings.check(!holds(logged, trace), "I8: the log holds personal data");
    }
}

bool is_in_force(sim::VirtualCard& card, std::string_view digits) {
    const Bytes select_application{0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                                   0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
    const Bytes select_pin{0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x18};
    const Bytes verify = concatenate({Bytes{0x00, 0x20, 0x00, 0x80, 0x04}, as_bytes(digits)});
    static_cast<void>(card.transmit(select_application));
    static_cast<void>(card.transmit(select_pin));
    return card.transmit(verify) == Bytes{0x90, 0x00};
}

// I10: the PIN is the old one or the new one, and which is what the person was told; only where
// they were told that nobody knows may it be either. A card that says 9000 to a CHANGE that it did
// not execute is believed.
void check_pin_in_force(Findings& findings, const FaultCase& fault_case, Desk& desk,
                        const std::string& told) {
    const bool is_old = is_in_force(*desk.card, patient().pins.authentication);
    const bool is_new = !is_old && is_in_force(*desk.card, new_pin);
    const bool lies = fault_case.command == "change" && fault_case.what == "success-without-data";
    findings.check(is_old || is_new, "I10: neither the old nor the new PIN is in force");
    findings.check(told != "changed" || is_new || lies, "I10: told 'changed', and it is the old");
    findings.check(told == "changed" || told == "uncertain" || is_old,
                   "I10: told '" + told + "', and the new PIN is in force");
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
    if (fault_case.exchange + fault_case.scenario->without_consequence >= honest.exchanges.size()) {
        findings.check(word == "unharmed", "I7: ended as '" + word + "', expected unharmed");
        return;
    }
    findings.check(is_expected(fault_case, word),
                   "I7: ended as '" + word + "', expected " + expected_words(fault_case));
}

// I6: the next patient is served without anybody's help.
void check_next_session(Findings& findings, const Scenario& scenario, const DryRun& honest,
                        Desk& desk) {
    const auto next = card_of(patient().id, scenario.kind);
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
    LogLines& log = log_lines();
    Desk desk(*fault_case.scenario);
    const ProcessResources before;
    desk.readers.plan(fault_case.plan);
    std::string told;
    {
        const HeapGrowth heap;
        const Deadline deadline =
            Deadline::after(is(fault_case, sim::FaultKind::Slow) ? soon_over : long_enough);
        const auto outcome = desk.converse(*fault_case.scenario, deadline);
        findings.check(heap.largest() <= honest.heap_growth + largest_growth,
                       "I3: memory grew by " + std::to_string(heap.largest()) +
                           " bytes, honestly " + std::to_string(honest.heap_growth));
        check_outcome(findings, fault_case, honest, outcome);
        check_texts(findings, outcome, log.take());
        told = word_of(outcome);
    }
    check_commands(findings, fault_case, honest, desk);
    if (fault_case.scenario->changes_pin) {
        check_pin_in_force(findings, fault_case, desk, told);
    }
    check_next_session(findings, *fault_case.scenario, honest, desk);
    findings.check(ProcessResources() == before, "I5: a file or thread was left open");
    return std::move(findings).take();
}

} // namespace madoguchi::test
