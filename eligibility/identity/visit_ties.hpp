// Signs of a mis-link that a visit gives together with earlier ones. Source: requirements notes,
// section E (E2).
#pragma once

#include "eligibility/identity/mislink_signals.hpp"
#include "eligibility/identity/tie_memory.hpp"

namespace madoguchi::eligibility::identity {

// What identifies a card's certificate for one memory (Encounter::card_key).
[[nodiscard]] Mark card_mark(std::string_view serial_number, const TieMemory& memory);

// The signs; a visit that gives none is remembered. A renewed card of the same person (same name,
// birth date and home) takes the place of the one before. Without a card_key nothing is said about
// cards.
[[nodiscard]] std::vector<MislinkSignal>
note_visit(const Encounter& encounter, TieMemory& memory,
           const ComparisonTables& tables = ComparisonTables::built_in());

} // namespace madoguchi::eligibility::identity
