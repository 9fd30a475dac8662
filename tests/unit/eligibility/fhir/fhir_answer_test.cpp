// Answers as FHIR: nothing is lost on the way there and back, a plain service is understood, and
// what contradicts itself is refused.
#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/model/outcome.hpp"
#include "tests/unit/eligibility/support/message_samples.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using nlohmann::json;

namespace {

EligibilityAnswer full_answer() {
    for (const oqs::Message& message : test::sample_messages()) {
        if (const auto* answer = std::get_if<EligibilityAnswer>(&message)) {
            return *answer;
        }
    }
    return {};
}

json full_json() {
    return json::parse(fhir::write_fhir_answer(full_answer()));
}

// What a service sends that knows FHIR and nothing of ours.
json plain_json() {
    return json::parse(R"json({"resourceType": "Bundle", "type": "collection", "entry": [
        {"fullUrl": "urn:uuid:a", "resource": {"resourceType": "CoverageEligibilityResponse",
            "status": "active", "purpose": ["validation"], "created": "2026-11-20T00:00:00.250Z",
            "patient": {"reference": "Patient/p"}, "insurer": {"display": "somebody"},
            "request": {"display": "that"}, "outcome": "complete",
            "insurance": [{"coverage": {"reference": "urn:uuid:c"}, "inforce": true}]}},
        {"fullUrl": "urn:uuid:c", "resource": {"resourceType": "Coverage", "status": "active",
            "beneficiary": {"reference": "Patient/p"}, "payor": [{"display": "somebody"}],
            "dependent": "02", "period": {"start": "2024-04-01"}}},
        {"resource": {"resourceType": "Patient", "id": "p", "birthDate": "1980-02",
            "gender": "female", "name": [{"text": "見本 花子"}]}}]})json");
}

json& response(json& bundle) {
    return bundle["entry"][0]["resource"];
}

Result<EligibilityAnswer> read(const json& document) {
    return fhir::read_fhir_answer(document.dump());
}

OutcomeKind outcome(const json& document) {
    const auto answer = read(document);
    REQUIRE(answer);
    return decide_outcome(*answer, test::reception_day).kind;
}

} // namespace

TEST_CASE("an answer written as FHIR reads back the same") {
    EligibilityAnswer answer = full_answer();
    answer.findings.clear();
    SECTION("with everything in it") {
    }
    SECTION("for two persons") {
        answer.persons.push_back(answer.persons.front());
        answer.persons.back().insurance.branch = "09";
    }
    SECTION("with a birth date known to the month") {
        answer.persons.front().birth_date = test::date(1940, 5, 0);
    }
    SECTION("with a birth date without its month") {
        answer.persons.front().birth_date = test::date(1940, 0, 0);
    }
    SECTION("with a share that is no percentage") {
        answer.persons.front().copay_percent = "3/10";
    }
    SECTION("with a sex that is not stated") {
        answer.persons.front().printed_sex = {"3", Sex::NotStated};
    }
    SECTION("with codes of tomorrow") {
        answer.validity = {"9", {}};
        answer.persons.front().relation = {"7", {}};
        answer.persons.front().printed_sex = {"8", {}};
    }
    SECTION("with elements of tomorrow, text and children both") {
        answer.persons.front().extra = {{"Tomorrow", "あす", {{"Part", "1", {}}}}};
        answer.unknown_elements = {"Tomorrow"};
    }
    SECTION("that nobody is registered") {
        answer.persons.clear();
        answer.validity = {"4", QualificationValidity::None};
    }
    SECTION("that ended abnormally") {
        answer.persons.clear();
        answer.validity = {};
        answer.segment = {"9", ResultSegment::Abnormal};
        answer.error_code = "E-1";
        answer.error_message = "異常";
    }
    SECTION("that says neither how it went nor whether it is valid") {
        answer.status = {};
        answer.validity = {};
    }
    SECTION("that is being worked on") {
        answer.persons.clear();
        answer.segment = {"2", ResultSegment::Pending};
    }
    auto back = read(json::parse(fhir::write_fhir_answer(answer)));
    REQUIRE(back);
    answer.unknown_elements = back->unknown_elements;
    CHECK(*back == answer);
}

TEST_CASE("a plain FHIR service is understood") {
    json document = plain_json();
    const auto answer = read(document);
    REQUIRE(answer);
    REQUIRE(answer->persons.size() == 1);
    CHECK(answer->persons.front().name == "見本 花子");
    CHECK(answer->persons.front().insurance.branch == "02");
    CHECK(answer->persons.front().birth_date == test::date(1980, 2, 0));
    CHECK(answer->processed_at == CivilTime{std::chrono::sys_days{test::reception_day}});
    CHECK(outcome(document) == OutcomeKind::Eligible);
    SECTION("not in force") {
        response(document)["insurance"][0]["inforce"] = false;
        CHECK(outcome(document) == OutcomeKind::Invalid);
    }
    SECTION("nobody found") {
        response(document)["insurance"] = json::array();
        CHECK(outcome(document) == OutcomeKind::None);
    }
    SECTION("two records") {
        response(document)["insurance"].push_back(response(document)["insurance"][0]);
        CHECK(outcome(document) == OutcomeKind::Ambiguous);
    }
    SECTION("still at work") {
        response(document)["outcome"] = "queued";
        CHECK(outcome(document) == OutcomeKind::Pending);
    }
    SECTION("not saying whether it is in force") {
        response(document)["insurance"][0].erase("inforce");
        CHECK(outcome(document) == OutcomeKind::Unreadable);
    }
}

TEST_CASE("an answer whose parts contradict is refused") {
    json document = full_json();
    REQUIRE(read(document));
    SECTION("valid, and not in force") {
        document["insurance"][0]["inforce"] = false;
    }
    SECTION("normal, and ended with an error") {
        document["outcome"] = "error";
    }
    SECTION("two names of one kind") {
        json& patient = document["contained"][0];
        json another = patient["name"][0];
        another["text"] = "別人";
        patient["name"].push_back(another);
    }
    const auto answer = read(document);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code() == ErrorCode::AnswerUnreadable);
}

TEST_CASE("what is no sound answer is refused by its cause") {
    json document = plain_json();
    SECTION("an OperationOutcome") {
        document = {{"resourceType", "OperationOutcome"}, {"issue", json::array()}};
    }
    SECTION("two answers in one") {
        document["entry"].push_back(document["entry"][0]);
    }
    SECTION("the same resource twice") {
        document["entry"].push_back(document["entry"][1]);
    }
    SECTION("an outcome that FHIR lacks") {
        response(document)["outcome"] = "fine";
    }
    SECTION("a coverage that is not there") {
        response(document)["insurance"][0]["coverage"]["reference"] = "urn:uuid:none";
    }
    SECTION("a coverage that is a patient") {
        response(document)["insurance"][0]["coverage"]["reference"] = "Patient/p";
    }
    SECTION("a coverage of nobody") {
        document["entry"][1]["resource"].erase("beneficiary");
    }
    SECTION("rules that nobody knows") {
        response(document)["modifierExtension"] = json::array({{{"url", "urn:x"}}});
    }
    SECTION("a time without its zone") {
        response(document)["created"] = "2026-11-20T09:00:00";
    }
    SECTION("a day that does not exist") {
        document["entry"][2]["resource"]["birthDate"] = "1980-02-30";
    }
    SECTION("a period without its day") {
        document["entry"][1]["resource"]["period"]["start"] = "2024-04";
    }
    SECTION("control characters") {
        document["entry"][2]["resource"]["name"][0]["text"] = "a\x1b[2J";
    }
    SECTION("a number for a text") {
        response(document)["created"] = 1;
    }
    SECTION("more records than any") {
        for (int count = 0; count < 200; ++count) {
            response(document)["insurance"].push_back(response(document)["insurance"][0]);
        }
    }
    SECTION("a share above the whole") {
        document["entry"][1]["resource"]["costToBeneficiary"] = json::parse(
            R"([{"type": {"coding": [{"system":
                "http://terminology.hl7.org/CodeSystem/coverage-copay-type", "code": "copaypct"}]},
                "valueQuantity": {"value": 300, "code": "%"}}])");
    }
    SECTION("an array") {
        document = json::array({document});
    }
    const auto answer = read(document);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code() == ErrorCode::AnswerUnreadable);
}

TEST_CASE("an extension that is not built as ours is refused") {
    json document = full_json();
    json& rest = document["contained"][2]["extension"].back()["extension"];
    REQUIRE(rest.is_array());
    SECTION("no url") {
        rest.push_back({{"valueString", "1"}});
    }
    SECTION("a name that no element has") {
        rest.push_back({{"url", "a b"}, {"valueString", "1"}});
    }
    SECTION("a number") {
        rest.push_back({{"url", "Tomorrow"}, {"valueInteger", 1}});
    }
    SECTION("neither text nor children") {
        rest.push_back({{"url", "Tomorrow"}});
    }
    SECTION("an item twice") {
        rest.push_back(rest.front());
    }
    SECTION("too deep") {
        json deep{{"url", "Deep"}, {"valueString", "1"}};
        for (int depth = 0; depth < 20; ++depth) {
            deep = {{"url", "Deep"}, {"extension", json::array({deep})}};
        }
        rest.push_back(deep);
    }
    CHECK_FALSE(read(document));
}
