#include "eligibility/identity/agreement.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::identity {

namespace {

using Names = std::string_view;

constexpr std::array<Names, item_count> item_names{"name", "kana", "birth-date", "sex", "address"};
constexpr std::array<Names, agreement_count> agreement_names{
    "equal", "equal-by-notation", "equal-by-variant", "unknown", "different"};
constexpr std::array<Names, rule_count> rule_names{"exact",
                                                   "width-and-space",
                                                   "punctuation",
                                                   "letter-case",
                                                   "kana-script",
                                                   "small-kana",
                                                   "kana-sound",
                                                   "iteration-mark",
                                                   "place-word",
                                                   "address-notation",
                                                   "building-omitted",
                                                   "area-omitted",
                                                   "former-place",
                                                   "date-notation",
                                                   "sex-notation",
                                                   "other-name",
                                                   "name-order",
                                                   "middle-name",
                                                   "kanji-form",
                                                   "kanji-variant",
                                                   "confusable-kanji",
                                                   "placeholder-fits",
                                                   "part-of-other",
                                                   "shared-place-name",
                                                   "other-script",
                                                   "absent",
                                                   "unreadable",
                                                   "no-rule-makes-equal"};
constexpr std::array<Names, verdict_count> verdict_names{"pass", "staff", "stop"};

template <typename Value, std::size_t size>
std::optional<Value> value_called(const std::array<Names, size>& names, std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt
                                : std::optional(static_cast<Value>(found - names.begin()));
}

} // namespace

std::string_view name_of(Item item) noexcept {
    return item_names[static_cast<std::size_t>(item)];
}

std::string_view name_of(Agreement agreement) noexcept {
    return agreement_names[static_cast<std::size_t>(agreement)];
}

std::string_view name_of(Rule rule) noexcept {
    return rule_names[static_cast<std::size_t>(rule)];
}

std::string_view name_of(Verdict verdict) noexcept {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::optional<Item> item_called(std::string_view name) noexcept {
    return value_called<Item>(item_names, name);
}

std::optional<Agreement> agreement_called(std::string_view name) noexcept {
    return value_called<Agreement>(agreement_names, name);
}

} // namespace madoguchi::eligibility::identity
