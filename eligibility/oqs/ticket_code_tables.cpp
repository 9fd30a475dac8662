// The vocabularies of 医療扶助 and of bulk jobs.
#include "eligibility/oqs/code_tables.hpp"

#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

// OQSCD018
constexpr auto ticket_type_codes = std::to_array<CodeEntry<TicketType>>({
    {"01", TicketType::Medical},
    {"02", TicketType::Dispensing},
});

// OQSCD019
constexpr auto treatment_kind_codes = std::to_array<CodeEntry<TreatmentKind>>({
    {"01", TreatmentKind::Inpatient},
    {"02", TreatmentKind::Outpatient},
    {"03", TreatmentKind::Dental},
    {"04", TreatmentKind::Dispensing},
    {"05", TreatmentKind::HomeNursing},
});

// OQSCD020
constexpr auto aid_use_codes = std::to_array<CodeEntry<AidUse>>({
    {"01", AidUse::Alone},
    {"02", AidUse::Combined},
});

// OQSCD021, 023, 024, 025
constexpr auto presence_codes = std::to_array<CodeEntry<Presence>>({
    {"01", Presence::Present},
    {"02", Presence::Absent},
});

// OQSCD022
constexpr auto ticket_consistency_codes = std::to_array<CodeEntry<TicketConsistency>>({
    {"1", TicketConsistency::Inconsistent},
});

// OQSCD026
constexpr auto ticket_facility_codes = std::to_array<CodeEntry<TicketFacility>>({
    {"0", TicketFacility::Ours},
    {"1", TicketFacility::Another},
});

// OQSCD014
constexpr auto limit_change_codes = std::to_array<CodeEntry<LimitChange>>({
    {"0", LimitChange::Unchanged},
    {"1", LimitChange::ChangedOrUndecidable},
});

// OQSCD028
constexpr auto care_setting_codes = std::to_array<CodeEntry<CareSetting>>({
    {"1", CareSetting::Outpatient},
    {"2", CareSetting::HomeVisit},
    {"3", CareSetting::Online},
    {"4", CareSetting::Emergency},
});

} // namespace

template <>
std::span<const CodeEntry<TicketType>> code_table() noexcept {
    return ticket_type_codes;
}

template <>
std::span<const CodeEntry<TreatmentKind>> code_table() noexcept {
    return treatment_kind_codes;
}

template <>
std::span<const CodeEntry<AidUse>> code_table() noexcept {
    return aid_use_codes;
}

template <>
std::span<const CodeEntry<Presence>> code_table() noexcept {
    return presence_codes;
}

template <>
std::span<const CodeEntry<TicketConsistency>> code_table() noexcept {
    return ticket_consistency_codes;
}

template <>
std::span<const CodeEntry<TicketFacility>> code_table() noexcept {
    return ticket_facility_codes;
}

template <>
std::span<const CodeEntry<LimitChange>> code_table() noexcept {
    return limit_change_codes;
}

template <>
std::span<const CodeEntry<CareSetting>> code_table() noexcept {
    return care_setting_codes;
}

} // namespace madoguchi::eligibility::oqs
