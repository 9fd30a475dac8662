// A name that the eligibility service could not show in full (●), made whole from the card's chip.
#pragma once

#include "eligibility/identity/comparison_tables.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::identity {

// Where a name that is shown or handed over comes from.
enum class NameSource : std::uint8_t { Answer, Chip };

[[nodiscard]] std::string_view name_of(NameSource source) noexcept; // "answer", "chip"

struct SourcedName {
    std::string name;
    NameSource source = NameSource::Answer;

    friend bool operator==(const SourcedName&, const SourcedName&) = default;
};

// The name to show and to hand over. The chip's, when the answer's has placeholders and all other
// characters agree but for width, spaces and forms of kanji; else the answer's as it is.
// verified_chip_name: only of a card whose data signature was verified.
[[nodiscard]] SourcedName
name_to_show(std::string_view answer_name, std::string_view verified_chip_name,
             const ComparisonTables& tables = ComparisonTables::built_in());

} // namespace madoguchi::eligibility::identity
