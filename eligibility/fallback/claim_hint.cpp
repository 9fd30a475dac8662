#include "eligibility/fallback/claim_hint.hpp"

#include "eligibility/fallback/insurer_number.hpp"

namespace madoguchi::eligibility {

namespace {

constexpr std::string_view eight_sevens = "77777777";
constexpr std::string_view sevens_with_check_digit = "77777779";

bool can_be_claimed(const std::optional<InsuranceIdentity>& insurance) {
    return insurance && !insurance->number.empty() &&
           !judge_insurer_number(insurance->insurer_number);
}

void append(std::string& summary, std::string_view label, std::string_view value) {
    if (!value.empty()) {
        summary.append(summary.empty() ? "" : "　").append(label).append("：").append(value);
    }
}

// How many sevens stand for symbol and number is documented nowhere in public: they stay empty.
ClaimHint unknown_claim(const ClaimKnowledge& known, UnknownNumber unknown) {
    ClaimHint hint;
    hint.insurance.insurer_number =
        unknown == UnknownNumber::EightSevens ? eight_sevens : sevens_with_check_digit;
    append(hint.summary, "住所", known.address);
    append(hint.summary, "事業所名", known.employer);
    append(hint.summary, "連絡先", known.contact);
    if (known.address.empty()) {
        hint.missing.emplace_back("address");
    }
    if (known.contact.empty()) {
        hint.missing.emplace_back("contact");
    }
    return hint;
}

} // namespace

std::string_view name_of(ClaimBasis basis) noexcept {
    switch (basis) {
    case ClaimBasis::CurrentNumber:
        return "current-number";
    case ClaimBasis::PastNumber:
        return "past-number";
    case ClaimBasis::Unknown:
        break;
    }
    return "unknown";
}

ClaimHint claim_hint(const ClaimKnowledge& known, UnknownNumber unknown) {
    if (can_be_claimed(known.current)) {
        return {ClaimBasis::CurrentNumber, *known.current, {}, {}};
    }
    if (can_be_claimed(known.past)) {
        return {ClaimBasis::PastNumber, *known.past, "旧資格情報", {}};
    }
    return unknown_claim(known, unknown);
}

} // namespace madoguchi::eligibility
