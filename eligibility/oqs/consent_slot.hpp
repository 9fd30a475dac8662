// A person's consents as layouts need them: one place for each item, made when first written to.
#pragma once

#include "eligibility/model/person_record.hpp"

#include <algorithm>

namespace madoguchi::eligibility::oqs {

inline Consent& consent_slot(PersonRecord& person, ConsentItem item) {
    auto& consents = person.consents;
    const auto at = std::find_if(consents.begin(), consents.end(),
                                 [&](const Consent& consent) { return consent.item >= item; });
    if (at != consents.end() && at->item == item) {
        return *at;
    }
    Consent fresh;
    fresh.item = item;
    return *consents.insert(at, fresh);
}

inline const Consent& consent_slot(const PersonRecord& person, ConsentItem item) {
    static const Consent absent;
    const auto at = std::find_if(person.consents.begin(), person.consents.end(),
                                 [&](const Consent& consent) { return consent.item == item; });
    return at == person.consents.end() ? absent : *at;
}

template <ConsentItem item>
inline constexpr auto consent_answer =
    [](auto& person) -> auto& { return consent_slot(person, item).answer; };

template <ConsentItem item>
inline constexpr auto consent_time =
    [](auto& person) -> auto& { return consent_slot(person, item).given_at; };

template <ConsentItem item>
inline constexpr auto consent_end =
    [](auto& person) -> auto& { return consent_slot(person, item).available_until; };

} // namespace madoguchi::eligibility::oqs
