// 別紙5-1: the codes of the OQS dialect and what they mean, as data.
// Source: eligibility interface notes, section 6; each table names its OQSCD number there.
#pragma once

#include "eligibility/model/coded.hpp"
#include "eligibility/model/codes.hpp"
#include "eligibility/model/consent.hpp"

#include <span>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

template <typename Meaning>
struct CodeEntry {
    std::string_view code;
    Meaning meaning;
};

// The table of one vocabulary; specialised for each.
template <typename Meaning>
std::span<const CodeEntry<Meaning>> code_table() noexcept;

template <>
std::span<const CodeEntry<ReferenceRoute>> code_table() noexcept;
template <>
std::span<const CodeEntry<ResultSegment>> code_table() noexcept;
template <>
std::span<const CodeEntry<ProcessingStatus>> code_table() noexcept;
template <>
std::span<const CodeEntry<QualificationValidity>> code_table() noexcept;
template <>
std::span<const CodeEntry<Sex>> code_table() noexcept;
template <>
std::span<const CodeEntry<LossReason>> code_table() noexcept;
template <>
std::span<const CodeEntry<FamilyRelation>> code_table() noexcept;
template <>
std::span<const CodeEntry<InsuranceClass>> code_table() noexcept;
template <>
std::span<const CodeEntry<LimitClass>> code_table() noexcept;
template <>
std::span<const CodeEntry<LimitBand>> code_table() noexcept;
template <>
std::span<const CodeEntry<SpecificDisease>> code_table() noexcept;
template <>
std::span<const CodeEntry<Preschool>> code_table() noexcept;
template <>
std::span<const CodeEntry<ConsentAnswer>> code_table() noexcept;
template <>
std::span<const CodeEntry<PrescriptionForm>> code_table() noexcept;
template <>
std::span<const CodeEntry<TicketType>> code_table() noexcept;
template <>
std::span<const CodeEntry<TreatmentKind>> code_table() noexcept;
template <>
std::span<const CodeEntry<AidUse>> code_table() noexcept;
template <>
std::span<const CodeEntry<Presence>> code_table() noexcept;
template <>
std::span<const CodeEntry<TicketConsistency>> code_table() noexcept;
template <>
std::span<const CodeEntry<TicketFacility>> code_table() noexcept;
template <>
std::span<const CodeEntry<LimitChange>> code_table() noexcept;
template <>
std::span<const CodeEntry<CareSetting>> code_table() noexcept;

// The code as received, with its meaning when the table has it.
template <typename Meaning>
[[nodiscard]] Coded<Meaning> interpret(std::string_view code) {
    for (const CodeEntry<Meaning>& entry : code_table<Meaning>()) {
        if (entry.code == code) {
            return {std::string(code), entry.meaning};
        }
    }
    return {std::string(code), std::nullopt};
}

// The code to write: the meaning's, or an unknown code unchanged.
template <typename Meaning>
[[nodiscard]] std::string spell(const Coded<Meaning>& value) {
    for (const CodeEntry<Meaning>& entry : code_table<Meaning>()) {
        if (value.means(entry.meaning)) {
            return std::string(entry.code);
        }
    }
    return value.code;
}

} // namespace madoguchi::eligibility::oqs
