#include "eligibility/fallback/certificate_entry.hpp"

#include "eligibility/fallback/insurer_number.hpp"
#include "eligibility/fallback/proper_share.hpp"
#include "hal/base/dated_rules.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility {

namespace {

using Fault = std::optional<EntryFaultKind>;
using enum EntryFaultKind;

// None where no rule holds on that day.
std::optional<std::chrono::years> years_by(DatedRule rule, CivilDate day) {
    const auto years = rule_on(rule, day);
    return years ? std::optional(std::chrono::years(*years)) : std::nullopt;
}

Fault if_missing(const std::string& text) {
    return text.empty() ? Fault(Missing) : std::nullopt;
}

Fault judge_date(const std::optional<CivilDate>& date) {
    if (!date) {
        return Missing;
    }
    return date->ok() ? std::nullopt : Fault(NoSuchDate);
}

bool is_known(const std::optional<CivilDate>& date) {
    return date && date->ok();
}

// A date that lies in the past, and not before the patient was born.
Fault judge_past_date(const CertificateEntry& entry, const std::optional<CivilDate>& date,
                      CivilDate day) {
    if (const Fault fault = judge_date(date)) {
        return fault;
    }
    if (*date > day) {
        return InFuture;
    }
    return is_known(entry.birth_date) && *date < *entry.birth_date ? Fault(BeforeBirth)
                                                                   : std::nullopt;
}

Fault judge_name(const CertificateEntry& entry, CivilDate /*day*/) {
    return if_missing(entry.name);
}

Fault judge_birth_date(const CertificateEntry& entry, CivilDate day) {
    if (const Fault fault = judge_date(entry.birth_date)) {
        return fault;
    }
    return *entry.birth_date > day ? Fault(InFuture) : std::nullopt;
}

Fault judge_household_head(const CertificateEntry& entry, CivilDate /*day*/) {
    return is_national_health(entry.insurance.insurer_number) ? if_missing(entry.household_head)
                                                              : std::nullopt;
}

Fault judge_insurer_number(const CertificateEntry& entry, CivilDate /*day*/) {
    if (entry.insurance.insurer_number.empty()) {
        return Missing;
    }
    const auto fault = eligibility::judge_insurer_number(entry.insurance.insurer_number);
    if (!fault) {
        return std::nullopt;
    }
    switch (*fault) {
    case InsurerNumberFault::NotDigits:
        return NotDigits;
    case InsurerNumberFault::WrongLength:
        return WrongLength;
    case InsurerNumberFault::CheckDigit:
        break;
    }
    return CheckDigit;
}

Fault judge_insurer_name(const CertificateEntry& entry, CivilDate /*day*/) {
    return if_missing(entry.insurer_name);
}

Fault judge_number(const CertificateEntry& entry, CivilDate /*day*/) {
    return if_missing(entry.insurance.number);
}

// 後期高齢者医療 has neither 記号 nor 枝番: everybody is insured alone.
Fault judge_branch(const CertificateEntry& entry, CivilDate /*day*/) {
    const std::string& branch = entry.insurance.branch;
    if (branch.empty()) {
        return is_late_elderly(entry.insurance.insurer_number) ? std::nullopt : Fault(Missing);
    }
    if (!std::ranges::all_of(branch, [](char digit) { return digit >= '0' && digit <= '9'; })) {
        return NotDigits;
    }
    return branch.size() == 2 ? std::nullopt : Fault(WrongLength);
}

Fault judge_qualified_on(const CertificateEntry& entry, CivilDate day) {
    return judge_past_date(entry, entry.qualified_on, day);
}

Fault judge_issued_on(const CertificateEntry& entry, CivilDate day) {
    return judge_past_date(entry, entry.issued_on, day);
}

Fault judge_valid_to(const CertificateEntry& entry, CivilDate day) {
    if (const Fault fault = judge_date(entry.valid_to)) {
        return fault;
    }
    if (*entry.valid_to < day) {
        return Expired;
    }
    if (!is_known(entry.issued_on)) {
        return std::nullopt;
    }
    const auto longest = years_by(DatedRule::EligibilityCertificateYears, *entry.issued_on);
    return longest && *entry.valid_to > *entry.issued_on + *longest ? Fault(LongerThanAllowed)
                                                                    : std::nullopt;
}

Fault judge_copay_percent(const CertificateEntry& entry, CivilDate day) {
    const auto age = years_by(DatedRule::SharePrintedFromAge, day);
    const bool must_be_printed =
        is_late_elderly(entry.insurance.insurer_number) ||
        (age && is_known(entry.birth_date) && *entry.birth_date + *age <= day);
    if (entry.copay_percent.empty()) {
        return must_be_printed ? Fault(Missing) : std::nullopt;
    }
    return parse_share(entry.copay_percent) ? std::nullopt : Fault(NoSuchShare);
}

struct Check {
    CertificateField field;
    Fault (*judge)(const CertificateEntry& entry, CivilDate day);
};

constexpr std::array checks{
    Check{CertificateField::Name, judge_name},
    Check{CertificateField::BirthDate, judge_birth_date},
    Check{CertificateField::HouseholdHead, judge_household_head},
    Check{CertificateField::InsurerNumber, judge_insurer_number},
    Check{CertificateField::InsurerName, judge_insurer_name},
    Check{CertificateField::Number, judge_number},
    Check{CertificateField::Branch, judge_branch},
    Check{CertificateField::QualifiedOn, judge_qualified_on},
    Check{CertificateField::IssuedOn, judge_issued_on},
    Check{CertificateField::ValidTo, judge_valid_to},
    Check{CertificateField::CopayPercent, judge_copay_percent},
};

constexpr std::array<std::string_view, 11> field_names{
    "name",   "birth-date",   "household-head", "insurer-number", "insurer-name", "number",
    "branch", "qualified-on", "issued-on",      "valid-to",       "copay-percent"};
constexpr std::array<std::string_view, 10> kind_names{
    "missing",      "not-digits", "wrong-length", "check-digit",  "no-such-share",
    "no-such-date", "in-future",  "expired",      "before-birth", "longer-than-allowed"};

} // namespace

std::string_view name_of(CertificateField field) noexcept {
    return field_names.at(static_cast<std::size_t>(field));
}

std::string_view name_of(EntryFaultKind kind) noexcept {
    return kind_names.at(static_cast<std::size_t>(kind));
}

std::vector<EntryFault> faults_of(const CertificateEntry& entry, CivilDate day) {
    std::vector<EntryFault> faults;
    for (const Check& check : checks) {
        if (const Fault fault = check.judge(entry, day)) {
            faults.push_back({check.field, *fault});
        }
    }
    return faults;
}

} // namespace madoguchi::eligibility
