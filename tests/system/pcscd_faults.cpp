// A sample of the fault matrix through the real pcscd: what daemon, reader driver and other
// programs do to the flows of jpki. Prints its count; runs under `private-pcscd run private-pcscd
// card …`.
#include "tests/fault/conversation.hpp"
#include "tests/system/chip.hpp"
#include "tests/system/foreign_program.hpp"
#include "tests/system/pcscd_bench.hpp"

#include <algorithm>
#include <future>
#include <iostream>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

Deadline soon() {
    return Deadline::after(15s);
}

const Scenario& scenario(std::string_view name) {
    return *std::ranges::find(all_scenarios(), name, &Scenario::name);
}

std::shared_ptr<Chip> new_chip(const std::string& persona = patient().id) {
    return std::make_shared<Chip>(card_of(persona));
}

// A reader under the real daemon, and the chip that lies on it.
class Desk {
public:
    void put(std::shared_ptr<Chip> chip) {
        bench_.remove();
        bench_.card_answers([chip](ByteView command) { return chip->answer(command); });
        bench_.insert();
    }
    [[nodiscard]] Result<Reading> converse(const Scenario& flow, Deadline deadline = soon()) {
        return test::converse(directory_, virtual_reader_name, flow, deadline);
    }

private:
    PcscdBench bench_;
    TimeLimit limit_{90s}; // a daemon is started anew in some cases
    drivers::PcscReaderDirectory directory_;
};

// What one case found wrong.
class Report {
public:
    void expect(bool holds, const std::string& what) {
        if (!holds) {
            wrong_ += (wrong_.empty() ? "" : "; ") + what;
        }
    }
    void expect_word(const Result<Reading>& outcome, std::string_view expected) {
        expect(word_of(outcome) == expected,
               "ended as '" + word_of(outcome) + "', expected '" + std::string(expected) + "'");
    }
    // A daemon on its way out may also refuse access (docs/pcsc.md).
    void expect_no_service(const Result<Reading>& outcome) {
        if (word_of(outcome) != "AccessDenied") {
            expect_word(outcome, "ServiceUnavailable");
        }
    }
    [[nodiscard]] const std::string& wrong() const noexcept { return wrong_; }

private:
    std::string wrong_;
};

struct Case {
    std::string name;
    std::function<void(Desk& desk, Report& report)> run;
};

struct Flow {
    const Scenario* scenario = nullptr;
    std::string good; // its word when nothing happens
    std::size_t commands = 0;
};

// How many commands a flow sends through this reader, found by running it.
Flow measured(std::string_view name) {
    const auto chip = new_chip();
    Desk desk;
    desk.put(chip);
    const auto outcome = desk.converse(scenario(name));
    return {&scenario(name), word_of(outcome), chip->commands()};
}

// Runs the flow with the plan, expects the word, and then serves the next card.
void check(Desk& desk, Report& report, const Flow& flow, const std::shared_ptr<Chip>& chip,
           std::string_view expected, Deadline deadline = soon()) {
    const auto outcome = desk.converse(*flow.scenario, deadline);
    report.expect_word(outcome, expected);
    report.expect(chip->verifies() <= flow.scenario->numbers_given, "too many VERIFY");
}

void check_next(Desk& desk, Report& report, const Flow& flow) {
    desk.put(new_chip());
    report.expect_word(desk.converse(*flow.scenario), flow.good);
}

// First, last, and between.
std::vector<std::size_t> sampled(std::size_t commands) {
    return {0, commands / 4, commands / 2, commands - 1};
}

Case with_chip(std::string name, const Flow& flow, std::size_t at, Chip::Mischief mischief,
               std::string expected, bool for_ever = false) {
    return {std::move(name), [=](Desk& desk, Report& report) {
                const auto chip = new_chip();
                chip->plan(at, mischief, for_ever);
                desk.put(chip);
                check(desk, report, flow, chip, expected);
                check_next(desk, report, flow);
            }};
}

std::string named(const Flow& flow, std::size_t at, std::string_view what) {
    return flow.scenario->name + '/' + std::to_string(at) + '/' + std::string(what);
}

void add_tears(std::vector<Case>& cases, const Flow& flow) {
    for (const std::size_t at : sampled(flow.commands)) {
        cases.push_back(with_chip(
            named(flow, at, "removed-during-not-executed"), flow, at,
            [](const auto& /*honest*/) { return std::nullopt; }, "CardRemoved"));
        cases.push_back(with_chip(
            named(flow, at, "removed-during-executed"), flow, at,
            [](const auto& honest) {
                static_cast<void>(honest());
                return std::nullopt;
            },
            "CardRemoved"));
    }
    cases.push_back(with_chip(
        named(flow, flow.commands / 2, "one-byte-answer"), flow, flow.commands / 2,
        [](const auto& /*honest*/) { return Bytes{0x90}; }, "CardRemoved"));
    cases.push_back(with_chip(
        named(flow, 0, "over-long-answer"), flow, 0,
        [](const auto& /*honest*/) { return Bytes(65535, 0x61); }, "BudgetExceeded"));
}

// The daemon dies while it waits for an answer of the card, and is started again.
void add_dead_daemon(std::vector<Case>& cases, const Flow& flow, const std::string& signal) {
    for (const std::size_t at : {std::size_t{0}, flow.commands / 2, flow.commands - 1}) {
        cases.push_back({named(flow, at, "daemon-" + signal), [=](Desk& desk, Report& report) {
                             const auto chip = new_chip();
                             chip->plan(at, [signal](const auto& /*honest*/) {
                                 private_pcscd("kill " + signal);
                                 return std::nullopt;
                             });
                             desk.put(chip);
                             report.expect_no_service(desk.converse(*flow.scenario));
                             report.expect(chip->verifies() <= flow.scenario->numbers_given,
                                           "too many VERIFY");
                             report.expect_no_service(desk.converse(*flow.scenario));
                             private_pcscd("start");
                             check_next(desk, report, flow);
                         }});
    }
}

// An empty answer wedges the driver: the call comes back only with the daemon's end.
void add_wedge(std::vector<Case>& cases, const Flow& flow) {
    const std::size_t at = flow.commands / 2;
    cases.push_back({named(flow, at, "wedged-driver"), [=](Desk& desk, Report& report) {
                         const auto chip = new_chip();
                         chip->plan(at, [](const auto& /*honest*/) { return Bytes{}; });
                         desk.put(chip);
                         auto stuck = std::async(std::launch::async,
                                                 [&] { return desk.converse(*flow.scenario); });
                         report.expect(stuck.wait_for(2s) == std::future_status::timeout,
                                       "it came back from a wedged driver");
                         private_pcscd("kill");
                         report.expect_word(stuck.get(), "ServiceUnavailable");
                         private_pcscd("start");
                         check_next(desk, report, flow);
                     }});
}

void add_other_programs(std::vector<Case>& cases, const Flow& flow) {
    cases.push_back(
        {named(flow, 0, "foreign-transaction-then-reset"), [=](Desk& desk, Report& report) {
             const auto chip = new_chip();
             desk.put(chip);
             ForeignProgram other(ForeignProgram::Share::Shared);
             other.begin_transaction();
             auto ours =
                 std::async(std::launch::async, [&] { return desk.converse(*flow.scenario); });
             report.expect(ours.wait_for(500ms) == std::future_status::timeout,
                           "it did not wait for the other program");
             other.end_transaction_with_reset();
             report.expect_word(ours.get(), flow.good);
             check_next(desk, report, flow);
         }});
    cases.push_back({named(flow, 0, "foreign-exclusive-use"), [=](Desk& desk, Report& report) {
                         const auto chip = new_chip();
                         desk.put(chip);
                         {
                             ForeignProgram other(ForeignProgram::Share::Exclusive);
                             check(desk, report, flow, chip, "ReaderBusy");
                         }
                         check(desk, report, flow, chip, flow.good);
                     }});
    cases.push_back({named(flow, 0, "reset-between-two-uses"), [=](Desk& desk, Report& report) {
                         const auto chip = new_chip();
                         desk.put(chip);
                         report.expect_word(desk.converse(*flow.scenario), flow.good);
                         ForeignProgram other(ForeignProgram::Share::Shared);
                         other.begin_transaction();
                         other.end_transaction_with_reset();
                         report.expect_word(desk.converse(*flow.scenario), flow.good);
                     }});
}

void add_swap(std::vector<Case>& cases, const Flow& flow, std::string other_word) {
    const std::size_t at = flow.commands / 2;
    cases.push_back({named(flow, at, "swapped"), [=](Desk& desk, Report& report) {
                         const auto chip = new_chip();
                         chip->plan(at, [](const auto& /*honest*/) { return std::nullopt; });
                         desk.put(chip);
                         check(desk, report, flow, chip, "CardRemoved");
                         desk.put(new_chip(other_patient));
                         report.expect_word(desk.converse(*flow.scenario), other_word);
                         check_next(desk, report, flow);
                     }});
}

void add_slow_card(std::vector<Case>& cases, const Flow& flow) {
    const auto slowly = [](const auto& honest) {
        std::this_thread::sleep_for(150ms);
        return honest();
    };
    cases.push_back({named(flow, 0, "slow-until-the-deadline"), [=](Desk& desk, Report& report) {
                         const auto chip = new_chip();
                         chip->plan(0, slowly, true);
                         desk.put(chip);
                         check(desk, report, flow, chip, "DeadlineExceeded",
                               Deadline::after(400ms));
                         report.expect(chip->commands() < flow.commands,
                                       "commands were sent after the deadline");
                         check_next(desk, report, flow);
                     }});
}

void add_absences(std::vector<Case>& cases, const Flow& flow) {
    cases.push_back({named(flow, 0, "no-card"), [=](Desk& desk, Report& report) {
                         report.expect_word(desk.converse(*flow.scenario), "NoCard");
                         check_next(desk, report, flow);
                     }});
    cases.push_back({named(flow, 0, "daemon-restarted-idle"), [=](Desk& desk, Report& report) {
                         desk.put(new_chip());
                         report.expect_word(desk.converse(*flow.scenario), flow.good);
                         private_pcscd("restart");
                         check_next(desk, report, flow);
                     }});
    cases.push_back({named(flow, 0, "daemon-absent"), [=](Desk& desk, Report& report) {
                         private_pcscd("kill TERM");
                         report.expect_word(desk.converse(*flow.scenario), "ServiceUnavailable");
                         private_pcscd("start");
                         check_next(desk, report, flow);
                     }});
}

std::vector<Case> all_cases() {
    const Flow pin = measured("authenticate_with_pin");
    const Flow number = measured("read_with_number_b");
    const Flow counters = measured("pin_status");
    std::vector<Case> cases;
    for (const Flow& flow : {pin, number, counters}) {
        add_tears(cases, flow);
        add_other_programs(cases, flow);
        add_slow_card(cases, flow);
    }
    add_dead_daemon(cases, pin, "KILL");
    add_dead_daemon(cases, number, "TERM");
    add_wedge(cases, pin);
    add_wedge(cases, number);
    add_swap(cases, pin, "rejected-2");
    add_swap(cases, number, "rejected-9");
    add_absences(cases, pin);
    return cases;
}

} // namespace

// An argument is the name of the only case to run.
int main(int argc, char** argv) {
    const std::string only = argc > 1 ? argv[1] : "";
    std::size_t run = 0;
    std::size_t passed = 0;
    for (const Case& one : all_cases()) {
        if (!only.empty() && only != one.name) {
            continue;
        }
        Report report;
        Desk desk;
        one.run(desk, report);
        ++run;
        passed += report.wrong().empty() ? 1U : 0U;
        if (!report.wrong().empty()) {
            std::cout << one.name << ": " << report.wrong()
                      << "\n  again: P=" << MADOGUCHI_PRIVATE_PCSCD << "; $P run $P card "
                      << argv[0] << " '" << one.name << "'\n";
        }
    }
    std::cout << "fault sample over the real pcscd: " << run << " cases, " << passed << " passed\n";
    return run > 0 && passed == run ? 0 : 1;
}
