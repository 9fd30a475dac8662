// What one conversation over a faulty reader came to, in a form that cases can compare.
#pragma once

#include "hw-sim/fault/faulty_readers.hpp"
#include "jpki/card/myna_card.hpp"
#include "jpki/trust/trust_anchors.hpp"
#include "tests/support/cards/simulated_card.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::test {

// A reading in a word ("read", "proved", "rejected-2", "not-trusted"), and what was read, by name:
// to be compared and never printed.
struct Reading {
    std::string word;
    std::map<std::string, std::string> shown;    // may be anything
    std::map<std::string, std::string> verified; // came as Verified: must be true
};

struct Scenario {
    std::string name;
    std::size_t numbers_given = 0; // VERIFY commands that the person's entries allow
    bool at_floor = false;         // none of them may reach the card: its last try is to be kept
    bool extended_length = true;   // of the reader
    // Exchanges at the end whose failure changes no outcome.
    std::size_t without_consequence = 0;
    bool changes_pin = false; // from the patient's own authentication PIN to new_pin
    // Wears the card before: for counters that stand low.
    std::function<void(sim::VirtualCard& card)> before;
    std::function<Result<Reading>(jpki::MynaCard& card, Deadline deadline)> run;
    std::string_view kind = "current"; // of the card; of the other patient's too
};

inline constexpr std::string_view new_pin = "5807";

// Every public flow of jpki over one card, as the terminal and the madoguchi program run them.
[[nodiscard]] const std::vector<Scenario>& all_scenarios();

// The persona whose card is read, and another one with another card.
[[nodiscard]] const sim::Persona& patient();
inline constexpr const char* other_patient = "p16";

// Recognises the card on the reader and runs the scenario; the transaction is over after it.
[[nodiscard]] Result<Reading> converse(hal::CardReaderDirectory& readers,
                                       const std::string& reader_name, const Scenario& scenario,
                                       Deadline deadline);

// "read" and the like, or the name of the error's code.
[[nodiscard]] std::string word_of(const Result<Reading>& outcome);

} // namespace madoguchi::test
