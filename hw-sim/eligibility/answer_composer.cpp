#include "hw-sim/eligibility/answer_composer.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/eligibility/person_element.hpp"
#include "hw-sim/eligibility/record_change.hpp"
#include "hw-sim/eligibility/xml_element.hpp"

#include <random>

namespace madoguchi::sim {

namespace {

constexpr std::size_t encrypted_length = 1024;

XmlElement header_element(const ServiceRequest& request, const ServiceScenario& scenario,
                          const AnswerStyle& style) {
    const bool foreign = scenario.delivery == Delivery::Foreign;
    XmlElement header{"MessageHeader", "", {}};
    add_text(header, "ProcessExecutionTime", style.executed_at);
    add_text(header, "QualificationConfirmationDate", request.date);
    add_text(header, "MedicalInstitutionCode", request.facility_code);
    add_text(header, "ArbitraryFileIdentifier", foreign ? "ANOTHER-SESSION" : request.identifier);
    add_text(header, "ReferenceClassification", "2");
    add_text(header, "SegmentOfResult", scenario.segment);
    if (scenario.segment != "1") {
        add_text(header, "ErrorCode", scenario.code);
        add_text(header, "ErrorMessage", scenario.message);
    }
    add_text(header, "CharacterCodeIdentifier", style.encoding == FileEncoding::Utf8 ? "0" : "1");
    return header;
}

XmlElement echo_element(const ServiceRequest& request) {
    XmlElement echo{"QualificationConfirmSearchInfo", "", {}};
    add_text(echo, "InsurerNumber", eight_characters(request.insurer_number));
    add_text(echo, "InsuredCardSymbol", request.symbol);
    add_text(echo, "InsuredIdentificationNumber", request.number);
    add_text(echo, "InsuredBranchNumber", request.branch);
    add_text(echo, "Birthdate", request.birth_date);
    add_text(echo, "LimitApplicationCertificateRelatedConsFlg", request.high_cost_consent);
    return echo;
}

XmlElement result_list(const Persona& asked, const ServiceRequest& request,
                       const InsuredRegister& people, RecordChoice choice) {
    XmlElement list{"ResultList", "", {}};
    switch (choice) {
    case RecordChoice::Nobody:
        break;
    case RecordChoice::TheOneAsked:
        list.children = {insured_element(asked, request, InsuredState::InForce)};
        break;
    case RecordChoice::TheOneAskedLapsed:
        list.children = {insured_element(asked, request, InsuredState::Lapsed)};
        break;
    case RecordChoice::TheOneAskedAndAid:
        list.children = {insured_element(asked, request, InsuredState::InForce),
                         aid_element(asked, request)};
        break;
    case RecordChoice::AidOnly:
        list.children = {aid_element(asked, request)};
        break;
    case RecordChoice::SomebodyElse:
        list.children = {insured_element(people.other_than(asked), request, InsuredState::InForce)};
        break;
    }
    return list;
}

// What the register alone decides: nobody fits, or several do.
const ServiceScenario& applicable(const ServiceScenario& wanted, std::size_t persons_found) {
    if (wanted.segment != "1" || persons_found == 1) {
        return wanted;
    }
    return *find_scenario(persons_found == 0 ? "none" : "ambiguous");
}

XmlElement body_element(const ServiceRequest& request, const InsuredRegister& people,
                        const ServiceScenario& scenario) {
    XmlElement body{"MessageBody", "", {}};
    add_text(body, "ProcessingResultStatus", scenario.status);
    if (scenario.segment == "1") {
        add_text(body, "ProcessingResultCode", scenario.code);
        add_text(body, "ProcessingResultMessage", scenario.message);
    }
    add_text(body, "QualificationValidity", scenario.validity);
    body.children.push_back(echo_element(request));
    const auto found = people.find(request);
    add_text(body, "PrescriptionIssueSelect", scenario.prescription);
    if (scenario.record != RecordChoice::Nobody && found.size() == 1) {
        XmlElement list = result_list(*found.front(), request, people, scenario.record);
        if (scenario.change != nullptr) {
            for (XmlElement& record : list.children) {
                scenario.change->apply(record, *found.front());
            }
        }
        body.children.push_back(std::move(list));
    }
    return body;
}

Bytes encoded(XmlElement message, const AnswerStyle& style) {
    shuffle_children(message, style.order_seed);
    if (style.encoding == FileEncoding::ShiftJis) {
        return to_cp932(document_text(message, "Shift_JIS"));
    }
    return to_bytes(as_bytes(document_text(message, "UTF-8")));
}

Bytes random_bytes(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    Bytes bytes(encrypted_length);
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(random() & 0xFFU);
    }
    bytes.front() = 0x9C; // an envelope's beginning, surely not "<"
    return bytes;
}

} // namespace

XmlElement answer_message(const ServiceRequest& request, const InsuredRegister& people,
                          const ServiceScenario& scenario, const AnswerStyle& style) {
    const ServiceScenario& used = applicable(scenario, people.find(request).size());
    return {
        "XmlMsg", "", {header_element(request, used, style), body_element(request, people, used)}};
}

Bytes compose_answer(const ServiceRequest& request, const InsuredRegister& people,
                     const ServiceScenario& scenario, const AnswerStyle& style) {
    const ServiceScenario& used = applicable(scenario, people.find(request).size());
    const XmlElement message = answer_message(request, people, scenario, style);
    switch (used.delivery) {
    case Delivery::Garbage:
        return to_bytes(as_bytes("<html><body>502 Bad Gateway</body></html>\n"));
    case Delivery::WrongEncoding:
        return to_cp932(document_text(message, "UTF-8"));
    case Delivery::Encrypted:
        return random_bytes(style.order_seed);
    case Delivery::Proper:
    case Delivery::Late:
    case Delivery::Foreign:
    case Delivery::Silent:
        break;
    }
    return encoded(message, style);
}

Bytes compose_face_file(const Persona& person, const std::string& facility_code,
                        const InsuredRegister& people, const AnswerStyle& style) {
    ServiceRequest like; // the same answer as to this, had it been asked
    like.date = style.executed_at.substr(0, 8);
    like.facility_code = facility_code;
    like.identifier = "S-" + style.executed_at;
    like.insurer_number = person.insurance.insurer_number;
    like.symbol = person.insurance.symbol;
    like.number = person.insurance.number;
    like.branch = person.insurance.branch;
    like.birth_date = compact_date(person.birth_date);
    XmlElement message = answer_message(like, people, *find_scenario("eligible"), style);
    set_text(message.children.front(), "ReferenceClassification", "1"); // by the card
    remove_child(message.children.back(), "QualificationConfirmSearchInfo");
    return encoded(std::move(message), style);
}

Bytes compose_refusal(const AnswerStyle& style) {
    XmlElement header{"MessageHeader", "", {}};
    add_text(header, "ProcessExecutionTime", style.executed_at);
    add_text(header, "SegmentOfResult", "9");
    add_text(header, "ErrorCode", "SIM-E-002");
    add_text(header, "ErrorMessage", "（模擬）要求の形式が正しくない");
    add_text(header, "CharacterCodeIdentifier", style.encoding == FileEncoding::Utf8 ? "0" : "1");
    return encoded({"XmlMsg", "", {header}}, style);
}

} // namespace madoguchi::sim
