// A patient whose insurance the card did not settle, as staff need them for other means of proof.
#pragma once

#include "eligibility/model/basic_items.hpp"
#include "eligibility/model/insurance_identity.hpp"

#include <optional>
#include <string>

namespace madoguchi::terminal {

// Personal data: given to the staff's desk alone, kept nowhere.
struct UnsettledVisit {
    eligibility::BasicItems person; // of the chip, verified; empty: no card was read
    std::string reference_number;   // of the chart; empty: not known
    std::optional<eligibility::InsuranceIdentity> insurance; // of the last visit
    std::string why;                                         // outcome, or failure reason
};

} // namespace madoguchi::terminal
