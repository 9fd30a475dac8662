#include "eligibility/identity/identity_comparison.hpp"

#include <algorithm>

namespace madoguchi::eligibility::identity {

namespace {

// What an item demands of the reception by how it agrees. Equality demands nothing.
struct Policy {
    Item item;
    Verdict when_unknown;
    Verdict when_different;
};

// Nobody is taken for the same person on fewer than the four items; kana may be missing.
constexpr std::array policies{
    Policy{Item::Name, Verdict::Staff, Verdict::Staff},
    Policy{Item::Kana, Verdict::Pass, Verdict::Staff},
    Policy{Item::BirthDate, Verdict::Staff, Verdict::Stop},
    Policy{Item::Sex, Verdict::Staff, Verdict::Stop},
    Policy{Item::Address, Verdict::Staff, Verdict::Staff},
};

bool is_equal(Agreement agreement) {
    return agreement == Agreement::Equal || agreement == Agreement::EqualByNotation;
}

Verdict demand(const Policy& policy, Agreement agreement) {
    if (is_equal(agreement)) {
        return Verdict::Pass;
    }
    return agreement == Agreement::Unknown ? policy.when_unknown : policy.when_different;
}

} // namespace

ItemComparison IdentityComparison::of(Item item) const noexcept {
    return items_[static_cast<std::size_t>(item)];
}

Verdict IdentityComparison::verdict() const noexcept {
    const bool name_settled_by_kana =
        of(Item::Name).rule == Rule::PlaceholderFits && is_equal(of(Item::Kana).agreement);
    Verdict severest = Verdict::Pass;
    for (const Policy& policy : policies) {
        if (policy.item == Item::Name && name_settled_by_kana) {
            continue;
        }
        severest = std::max(severest, demand(policy, of(policy.item).agreement));
    }
    return severest;
}

std::string_view name_of(Item item) noexcept {
    constexpr std::array<std::string_view, 5> names{"name", "kana", "birth-date", "sex", "address"};
    return names[static_cast<std::size_t>(item)];
}

std::string_view name_of(Agreement agreement) noexcept {
    constexpr std::array<std::string_view, 4> names{"equal", "equal-by-notation", "unknown",
                                                    "different"};
    return names[static_cast<std::size_t>(agreement)];
}

std::string_view name_of(Rule rule) noexcept {
    constexpr std::array<std::string_view, 9> names{
        "exact",
        "width-and-space",
        "kana-script",
        "address-notation",
        "other-name",
        "placeholder-fits",
        "part-of-other",
        "absent",
        "no-rule-makes-equal",
    };
    return names[static_cast<std::size_t>(rule)];
}

std::string_view name_of(Verdict verdict) noexcept {
    constexpr std::array<std::string_view, 3> names{"pass", "staff", "stop"};
    return names[static_cast<std::size_t>(verdict)];
}

} // namespace madoguchi::eligibility::identity
