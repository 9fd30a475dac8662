// Rules for persons, questions and entries inside messages.
#pragma once

#include "eligibility/model/reference_registration.hpp"
#include "eligibility/oqs/violations.hpp"

#include <string_view>

namespace madoguchi::eligibility::oqs {

[[nodiscard]] bool is_digits(std::string_view text, std::size_t length) noexcept;

void check_search(Violations& found, const SearchEcho& search);
void check_entry(Violations& found, const ReferenceEntry& entry);

// Counts each person as a record of its own. day: 資格確認日, when it is known.
void check_persons(Violations& found, const std::vector<PersonRecord>& persons,
                   const std::optional<CivilDate>& day);
// All of them in the record that is being counted.
void check_unit_persons(Violations& found, const std::vector<PersonRecord>& persons,
                        const std::optional<CivilDate>& day);

} // namespace madoguchi::eligibility::oqs
