// What is needed to ask again about a visit whose insurance could not be checked at the desk.
// Personal data: sealed wherever it rests.
#pragma once

#include "eligibility/model/basic_items.hpp"
#include "eligibility/model/insurance_identity.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

namespace madoguchi::terminal {

struct LaterQuestion {
    CivilDate visit_day{};        // in Japan; the day that is asked about
    std::string reference_number; // 照会番号
    eligibility::InsuranceIdentity insurance;
    CivilDate birth_date{}; // as the patient index has it
    // From the card: an answer closes a case by itself only when all of them agree (requirements
    // E3).
    eligibility::BasicItems person;

    friend bool operator==(const LaterQuestion&, const LaterQuestion&) = default;
};

// Every field with its length before it, and a version.
[[nodiscard]] SecretBytes to_record(const LaterQuestion& question);
// Errors: StorageFailed (not such a record, or of a newer version).
[[nodiscard]] Result<LaterQuestion> read_record(ByteView record);

// What makes two questions ones about the same visit: patient, insurance and day.
[[nodiscard]] SecretBytes visit_of(const LaterQuestion& question);

} // namespace madoguchi::terminal
