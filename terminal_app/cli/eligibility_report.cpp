#include "terminal_app/cli/eligibility_report.hpp"

#include "eligibility/model/benefits.hpp"
#include "hal/base/clock.hpp"

#include <fmt/format.h>

#include <array>

namespace madoguchi::cli {

namespace {

using eligibility::AnswerFinding;
using eligibility::Consent;
using eligibility::ConsentAnswer;
using eligibility::EligibilityAnswer;
using eligibility::Outcome;
using eligibility::PersonRecord;
using Json = nlohmann::ordered_json;

CivilDate day_of(const EligibilityAnswer& answer) {
    return answer.confirmation_date.value_or(date_in_japan(SystemClock().civil_now()));
}

std::string iso_date(CivilDate date) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Json optional_date(const std::optional<CivilDate>& date) {
    return date ? Json(iso_date(*date)) : Json(nullptr);
}

std::string_view word_for(const Consent& consent) {
    constexpr std::array<std::string_view, 4> words{"refused", "given", "expired", "unobtainable"};
    return consent.answer.meaning ? words[static_cast<std::size_t>(*consent.answer.meaning)]
                                  : "unknown";
}

std::string_view word_for(const std::optional<eligibility::Sex>& sex) {
    constexpr std::array<std::string_view, 3> words{"male", "female", "not-stated"};
    return sex ? words[static_cast<std::size_t>(*sex)] : "";
}

Json personal_json(const PersonRecord& person) {
    return {{"name", person.name},
            {"kana", person.kana},
            {"other_name", person.other_name},
            {"sex", word_for(basic_items(person).sex)},
            {"birth_date", optional_date(person.birth_date)},
            {"address", person.address},
            {"insurer_number", person.insurance.insurer_number},
            {"symbol", person.insurance.symbol},
            {"number", person.insurance.number},
            {"branch", person.insurance.branch},
            {"insurer_name", person.insurer_name},
            {"reference_number", person.reference_number}};
}

Json person_json(const PersonRecord& person, CivilDate day, PersonalData personal) {
    Json consents = Json::object();
    for (const Consent& consent : person.consents) {
        consents[std::string(name_of(consent.item))] = word_for(consent);
    }
    Json benefits = Json::object();
    for (const eligibility::Benefit benefit : eligibility::all_benefits) {
        benefits[std::string(name_of(benefit))] = name_of(state_of(benefit, person, day));
    }
    return {{"classification", person.classification.code},
            {"medical_aid", person.is_medical_aid()},
            {"in_force", is_in_force(person, day)},
            {"valid_from", optional_date(person.valid_from)},
            {"valid_to", optional_date(person.valid_to)},
            {"copay_percent", person.copay_percent},
            {"consents", consents},
            {"benefits", benefits},
            {"personal", personal == PersonalData::Show ? personal_json(person) : Json(nullptr)}};
}

Json note_json(const Outcome& outcome) {
    if (outcome.note_code.empty() && outcome.note_message.empty()) {
        return nullptr;
    }
    return {{"code", outcome.note_code}, {"message", outcome.note_message}};
}

void add_answer(Json& json, const eligibility::oqs::AnswerFile& file, PersonalData personal) {
    const EligibilityAnswer& answer = file.answer;
    json["encoding"] = name_of(file.encoding);
    json["encoding_found_by"] = name_of(file.evidence);
    json["confirmation_date"] = optional_date(answer.confirmation_date);
    json["session_id"] = answer.session_id;
    json["persons"] = Json::array();
    for (const PersonRecord& person : answer.persons) {
        json["persons"].push_back(person_json(person, day_of(answer), personal));
    }
    json["unknown_elements"] = answer.unknown_elements;
    json["findings"] = Json::array();
    for (const AnswerFinding& finding : answer.findings) {
        json["findings"].push_back(finding.text.view());
    }
}

std::string person_text(const PersonRecord& person, CivilDate day, PersonalData personal) {
    std::string text =
        fmt::format("  {}, {}\n", person.is_medical_aid() ? "medical aid" : "health insurance",
                    is_in_force(person, day) ? "in force" : "not in force");
    for (const Consent& consent : person.consents) {
        text += fmt::format("    consent {:<17}{}\n", name_of(consent.item), word_for(consent));
    }
    if (personal == PersonalData::Hide) {
        return text + "    who: hidden (--show-personal shows it)\n";
    }
    const Json shown = personal_json(person);
    for (const auto& [name, value] : shown.items()) {
        text += fmt::format("    {:<17}{}\n", name,
                            value.is_string() ? value.get<std::string>() : std::string("-"));
    }
    return text;
}

std::string answer_text(const eligibility::oqs::AnswerFile& file, PersonalData personal) {
    std::string text =
        fmt::format("encoding    {} (by {})\n", name_of(file.encoding), name_of(file.evidence));
    text += fmt::format("persons     {}\n", file.answer.persons.size());
    for (const PersonRecord& person : file.answer.persons) {
        text += person_text(person, day_of(file.answer), personal);
    }
    for (const AnswerFinding& finding : file.answer.findings) {
        text += fmt::format("finding     {}\n", finding.text.view());
    }
    for (const std::string& element : file.answer.unknown_elements) {
        text += fmt::format("unknown     element {}\n", element);
    }
    return text;
}

} // namespace

Outcome outcome_of(const ParsedAnswer& parsed) {
    if (!parsed.file) {
        return {eligibility::OutcomeKind::Unreadable, "reading", "", ""};
    }
    const EligibilityAnswer& answer = parsed.file->answer;
    return decide_outcome(answer, day_of(answer));
}

Json to_json(const ParsedAnswer& parsed, PersonalData personal) {
    const Outcome outcome = outcome_of(parsed);
    Json json{{"outcome", name_of(outcome.kind)},
              {"decided_by", outcome.decided_by.view()},
              {"next_step", next_step(outcome.kind).view()},
              {"note", note_json(outcome)},
              {"file_kind", name_of(parsed.kind)},
              {"bytes", parsed.size}};
    if (parsed.file) {
        json["error"] = nullptr;
        add_answer(json, *parsed.file, personal);
    } else {
        json["error"] = {{"code", name_of(parsed.file.error().code())},
                         {"text", parsed.file.error().text()}};
    }
    return json;
}

std::string to_text(const ParsedAnswer& parsed, PersonalData personal) {
    const Outcome outcome = outcome_of(parsed);
    std::string text =
        fmt::format("outcome     {} (decided by: {})\nnext        {}\n", name_of(outcome.kind),
                    outcome.decided_by.view(), next_step(outcome.kind).view());
    if (!note_json(outcome).is_null()) {
        text += fmt::format("note        {} {}\n", outcome.note_code, outcome.note_message);
    }
    text += fmt::format("file        {}, {} bytes\n", name_of(parsed.kind), parsed.size);
    if (!parsed.file) {
        return text + fmt::format("cause       {}\n", parsed.file.error().text());
    }
    return text + answer_text(*parsed.file, personal);
}

} // namespace madoguchi::cli
