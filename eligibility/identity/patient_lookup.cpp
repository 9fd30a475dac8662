#include "eligibility/identity/patient_lookup.hpp"

namespace madoguchi::eligibility::identity {

PatientLookup find_patient(const PatientIndex& index, const BasicItems& card) {
    const KnownPatient* passing = nullptr;
    std::size_t passes = 0;
    std::size_t candidates = 0;
    for (const KnownPatient& patient : index.patients()) {
        if (patient.items.birth_date != card.birth_date) {
            continue; // cheap, and never the same person
        }
        const IdentityComparison comparison = compare(card, patient.items);
        const bool other_name = comparison.of(Item::Name).agreement == Agreement::Different;
        if (comparison.verdict() == Verdict::Stop || other_name) {
            continue;
        }
        ++candidates;
        if (comparison.verdict() == Verdict::Pass) {
            passing = &patient;
            ++passes;
        }
    }
    if (passes == 1) {
        return PatientFound{*passing};
    }
    if (candidates > 0) {
        return PatientUncertain{candidates};
    }
    return PatientUnknown{};
}

} // namespace madoguchi::eligibility::identity
