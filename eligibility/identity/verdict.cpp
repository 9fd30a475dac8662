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
    const bool name_may_be_mixed_up =
        of(Item::Name).rule == Rule::ConfusableKanji && !is_equal(of(Item::Kana).agreement);
    Verdict severest = name_may_be_mixed_up ? Verdict::Staff : Verdict::Pass;
    for (const Policy& policy : policies) {
        if (policy.item == Item::Name && name_settled_by_kana) {
            continue;
        }
        severest = std::max(severest, demand(policy, of(policy.item).agreement));
    }
    return severest;
}

} // namespace madoguchi::eligibility::identity
