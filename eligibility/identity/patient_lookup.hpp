// Finds the patient a card belongs to in the clinic's index.
#pragma once

#include "eligibility/identity/identity_comparison.hpp"
#include "eligibility/model/patient_index.hpp"

#include <cstddef>
#include <variant>

namespace madoguchi::eligibility::identity {

// Exactly one patient passes the comparison of all items.
struct PatientFound {
    KnownPatient patient;
};

// Nobody passes, but these might be the person after a move or a new name; or several pass.
// Never chosen among automatically.
struct PatientUncertain {
    std::size_t candidates = 0;
};

struct PatientUnknown {};

using PatientLookup = std::variant<PatientFound, PatientUncertain, PatientUnknown>;

[[nodiscard]] PatientLookup find_patient(const PatientIndex& index, const BasicItems& card);

} // namespace madoguchi::eligibility::identity
