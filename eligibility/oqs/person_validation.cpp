#include "eligibility/oqs/person_validation.hpp"

#include "eligibility/model/insurer_number.hpp"

#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

void check_insurance(Violations& found, const InsuranceIdentity& insurance) {
    found.expect(!insurance.insurer_number.empty(), Severity::Wrong, "InsurerNumber",
                 "the insurer number is missing");
    found.expect(insurance.insurer_number.empty() ||
                     has_right_check_digit(insurance.insurer_number),
                 Severity::Odd, "InsurerNumber", "the check digit is not right");
    found.expect(!insurance.number.empty(), Severity::Wrong, "InsuredIdentificationNumber",
                 "the insured number is missing");
    found.expect(insurance.branch.empty() || is_digits(insurance.branch, 2), Severity::Wrong,
                 "InsuredBranchNumber", "a branch number is two digits");
}

constexpr std::array<std::string_view, 6> consent_elements{
    "LimitApplicationCertificateRelatedConsFlg",
    "SpecificDiseasesCertificateRelatedConsFlg",
    "SpecificHealthCheckupsInfoConsFlg",
    "PharmacistsInfoConsFlg",
    "DiagnosisInfoConsFlg",
    "OperationInfoConsFlg"};

void check_consent(Violations& found, const Consent& consent) {
    const std::string_view element = consent_elements[static_cast<std::size_t>(consent.item)];
    found.expect(!consent.answer.is_absent(), Severity::Wrong, element,
                 "a consent has a time and no answer");
    found.expect(!consent.answer.means(ConsentAnswer::Refused) ||
                     (!consent.given_at && !consent.available_until),
                 Severity::Wrong, element, "a refusal has no time");
    found.expect(!consent.is_given() || consent.given_at, Severity::Wrong, element,
                 "a consent states when it was given");
    const Consent expected = given(consent.item, consent.given_at.value_or(CivilTime{}));
    found.expect(!consent.is_given() || !consent.given_at ||
                     consent.available_until == expected.available_until,
                 Severity::Odd, element, "viewing is not open for just 24 hours");
}

bool holds_limit_without_consent(const PersonRecord& person, ConsentItem item, bool has_data) {
    if (!has_data) {
        return false;
    }
    for (const Consent& consent : person.consents) {
        if (consent.item == item) {
            return !consent.is_given();
        }
    }
    return true;
}

bool is_in_order(const std::optional<CivilDate>& from, const std::optional<CivilDate>& to) {
    return !from || !to || *from <= *to;
}

void check_dates(Violations& found, const PersonRecord& person,
                 const std::optional<CivilDate>& day) {
    found.expect(is_in_order(person.qualified_on, person.disqualified_on), Severity::Wrong,
                 "DisqualificationDate", "the qualification ends before it begins");
    found.expect(is_in_order(person.valid_from, person.valid_to), Severity::Wrong,
                 "InsuredCardExpirationDate", "the validity ends before it begins");
    found.expect(person.birth_date.has_value(), Severity::Odd, "Birthdate",
                 "the birth date is missing");
    found.expect(!person.birth_date || !day || *person.birth_date <= *day, Severity::Wrong,
                 "Birthdate", "the person is not born yet");
}

bool is_ratio(const std::string& percent) {
    return percent.empty() || percent == "010" || percent == "020" || percent == "030";
}

void check_person(Violations& found, const PersonRecord& person,
                  const std::optional<CivilDate>& day) {
    check_insurance(found, person.insurance);
    check_dates(found, person, day);
    found.expect(!person.name.empty(), Severity::Odd, "Name", "the name is missing");
    found.expect(is_ratio(person.copay_percent), Severity::Odd, "InsuredPartialContributionRatio",
                 "the ratio is none of 010, 020, 030");
    for (const Consent& consent : person.consents) {
        check_consent(found, consent);
    }
    found.expect(!holds_limit_without_consent(person, ConsentItem::HighCostLimit,
                                              person.high_cost_limit.has_value()),
                 Severity::Wrong, "LimitApplicationCertificateRelatedInfo",
                 "the limit is told without consent to it");
    found.expect(!holds_limit_without_consent(person, ConsentItem::SpecificDisease,
                                              !person.specific_diseases.empty()),
                 Severity::Wrong, "SpecificDiseasesCertificateList",
                 "diseases are told without consent to it");
    found.expect(person.tickets.empty() || person.is_medical_aid(), Severity::Odd,
                 "PublicExpenseResultList", "tickets stand in a record that is no medical aid");
    for (const MedicalTicket& ticket : person.tickets) {
        found.expect(ticket.treatment_month.empty() || is_digits(ticket.treatment_month, 6),
                     Severity::Wrong, "MedicalTreatmentMonth", "a treatment month is yyyyMM");
    }
}

} // namespace

bool is_digits(std::string_view text, std::size_t length) noexcept {
    return text.size() == length &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check_search(Violations& found, const SearchEcho& search) {
    check_insurance(found, search.insurance);
    found.expect(search.birth_date.has_value(), Severity::Wrong, "Birthdate",
                 "a question needs the birth date");
    found.expect(!search.insurance.branch.empty(), Severity::Odd, "InsuredBranchNumber",
                 "without a branch number several family members can fit");
}

void check_entry(Violations& found, const ReferenceEntry& entry) {
    found.expect(!entry.reference_number.empty(), Severity::Wrong, "ReferenceNumber",
                 "the reference number is missing");
    check_insurance(found, entry.insurance);
}

void check_persons(Violations& found, const std::vector<PersonRecord>& persons,
                   const std::optional<CivilDate>& day) {
    for (const PersonRecord& person : persons) {
        found.next_record();
        check_person(found, person, day);
    }
}

void check_unit_persons(Violations& found, const std::vector<PersonRecord>& persons,
                        const std::optional<CivilDate>& day) {
    for (const PersonRecord& person : persons) {
        check_person(found, person, day);
    }
}

} // namespace madoguchi::eligibility::oqs
