#include "hw-sim/eligibility/person_element.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/eligibility/japanese_text.hpp"

#include <fmt/format.h>

namespace madoguchi::sim {

namespace {

// The record of everybody began and, for who lost it, ended long before any bench test's day.
constexpr const char* qualified_on = "20240401";
constexpr const char* disqualified_on = "20250401";

// 性別: the card says 9 for "not stated", the service 3.
std::string sex_code(const Persona& person) {
    return person.sex == "9" ? "3" : person.sex;
}

void add_person(XmlElement& element, const Persona& person) {
    add_text(element, "Name", person.name.kanji);
    add_text(element, "NameKana", half_width(person.name.kana));
    add_text(element, "Sex1", sex_code(person));
    add_text(element, "Birthdate", compact_date(person.birth_date));
    add_text(element, "Address", person.address);
}

// The information comes with the consent that the request carries, and only then.
void add_high_cost_limit(XmlElement& element, const ServiceRequest& request) {
    add_text(element, "LimitApplicationCertificateRelatedConsFlg", request.high_cost_consent);
    if (request.high_cost_consent != "1") {
        return;
    }
    add_text(element, "LimitApplicationCertificateRelatedConsTime", request.date + "090000");
    XmlElement limit{"LimitApplicationCertificateRelatedInfo", "", {}};
    add_text(limit, "LimitApplicationCertificateClassification", "01");
    add_text(limit, "LimitApplicationCertificateClassificationFlag", "A03");
    add_text(limit, "LimitApplicationCertificateValidStartDate", qualified_on);
    element.children.push_back(std::move(limit));
}

} // namespace

std::string eight_characters(const std::string& insurer_number) {
    return fmt::format("{:0>8}", insurer_number);
}

XmlElement insured_element(const Persona& person, const ServiceRequest& request,
                           InsuredState state) {
    const PersonaInsurance& insurance = person.insurance;
    XmlElement element{"ResultOfQualificationConfirmation", "", {}};
    add_text(element, "InsuredCardClassification", "01");
    add_text(element, "InsurerNumber", eight_characters(insurance.insurer_number));
    add_text(element, "InsuredCardSymbol", insurance.symbol);
    add_text(element, "InsuredIdentificationNumber", insurance.number);
    add_text(element, "InsuredBranchNumber", insurance.branch);
    add_text(element, "PersonalFamilyClassification", insurance.relationship);
    add_person(element, person);
    add_text(element, "QualificationDate", qualified_on);
    add_text(element, "InsuredCardValidDate", qualified_on);
    if (state == InsuredState::Lapsed) {
        add_text(element, "DisqualificationDate", disqualified_on);
        add_text(element, "ReasonOfLoss", "03");
    }
    add_text(element, "InsurerName", insurance.insurer_name);
    add_high_cost_limit(element, request);
    return element;
}

XmlElement aid_element(const Persona& person, const ServiceRequest& request) {
    XmlElement element{"ResultOfQualificationConfirmation", "", {}};
    add_text(element, "InsuredCardClassification", "A1");
    add_text(element, "InsurerNumber", "12996013");
    add_text(element, "InsuredIdentificationNumber", "9900001");
    add_person(element, person);
    add_text(element, "InsurerName", "架空福祉事務所");
    XmlElement ticket{"MedicalTicketInfo", "", {}};
    add_text(ticket, "TicketType", "01");
    add_text(ticket, "MedicalTreatmentMonth", request.date.substr(0, 6));
    add_text(ticket, "DesignatedMedicalInstitutionCode", request.facility_code);
    add_text(ticket, "DesignatedMedicalInstitutionFlag", "0");
    element.children.push_back({"PublicExpenseResultList", "", {std::move(ticket)}});
    return element;
}

} // namespace madoguchi::sim
