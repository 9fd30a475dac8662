#include "eligibility/hand_over/hand_over_json.hpp"

#include "eligibility/model/benefits.hpp"
#include "eligibility/model/outcome.hpp"
#include "eligibility/oqs/code_tables.hpp"
#include "eligibility/oqs/lexical.hpp"

#include <nlohmann/json.hpp>

namespace madoguchi::eligibility {

namespace {

using Json = nlohmann::ordered_json;

Json date_json(const std::optional<CivilDate>& date) {
    if (!date) {
        return nullptr;
    }
    const std::string digits = oqs::format_date(*date);
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6);
}

Json consent_json(const Consent& consent) {
    return {{"given", consent.is_given()},
            {"at", consent.given_at ? Json(oqs::format_time(*consent.given_at)) : Json(nullptr)},
            {"until", consent.available_until ? Json(oqs::format_time(*consent.available_until))
                                              : Json(nullptr)}};
}

Json person_json(const PersonRecord& person, CivilDate day) {
    Json benefits = Json::object();
    for (const Benefit benefit : all_benefits) {
        benefits[std::string(name_of(benefit))] = name_of(state_of(benefit, person, day));
    }
    Json consents = Json::object();
    for (const Consent& consent : person.consents) {
        consents[std::string(name_of(consent.item))] = consent_json(consent);
    }
    return {{"name", person.name},
            {"kana", person.kana},
            {"birth_date", date_json(person.birth_date)},
            {"sex", oqs::spell(person.printed_sex)},
            {"address", person.address},
            {"insurer_number", person.insurance.insurer_number},
            {"insurer_name", person.insurer_name},
            {"symbol", person.insurance.symbol},
            {"number", person.insurance.number},
            {"branch", person.insurance.branch},
            {"relation", oqs::spell(person.relation)},
            {"valid_from", date_json(person.valid_from)},
            {"valid_to", date_json(person.valid_to)},
            {"copay_percent", person.copay_percent},
            {"high_cost_band",
             person.high_cost_limit ? oqs::spell(person.high_cost_limit->band) : std::string()},
            {"reference_number", person.reference_number},
            {"benefits", benefits},
            {"consents", consents}};
}

} // namespace

std::string hand_over_json(const EligibilityAnswer& answer) {
    const CivilDate day =
        answer.confirmation_date.value_or(date_in_japan(answer.processed_at.value_or(CivilTime{})));
    Json json{
        {"session_id", answer.session_id}, {"facility_code", answer.facility_code},
        {"date", date_json(day)},          {"outcome", name_of(decide_outcome(answer, day).kind)},
        {"note", answer.result_message},   {"prescription", oqs::spell(answer.prescription)},
        {"persons", Json::array()}};
    for (const PersonRecord& person : answer.persons) {
        json["persons"].push_back(person_json(person, day));
    }
    return json.dump(2) + "\n";
}

} // namespace madoguchi::eligibility
