// An answer that belongs to another session is never shown (fault N10).
#include "tests/unit/eligibility/support/oqs_samples.hpp"
#include "tests/unit/eligibility/support/scripted_service.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using test::ScriptedService;
using test::with;
using test::write_file;

namespace {

const std::string good = test::answer_to(test::sample_request());

std::string echoing(std::string_view insurer, std::string_view number, std::string_view birth) {
    std::string echo = "<QualificationConfirmSearchInfo><InsurerNumber>";
    echo += insurer;
    echo += "</InsurerNumber><InsuredIdentificationNumber>";
    echo += number;
    echo += "</InsuredIdentificationNumber><Birthdate>";
    echo += birth;
    echo += "</Birthdate></QualificationConfirmSearchInfo><QualificationValidity>";
    return with(good, "<QualificationValidity>", echo);
}

} // namespace

TEST_CASE("an answer under our name that is not ours is ignored, and stays where it is") {
    const std::vector<std::pair<const char*, std::string>> foreign{
        {"another session", with(good, "RT01-000123", "RT02-000123")},
        {"no session", with(good, "RT01-000123", "")},
        {"a session that begins like ours", with(good, "RT01-000123", "RT01-0001234")},
        {"another day", with(good, "<QualificationConfirmationDate>20261120",
                             "<QualificationConfirmationDate>20261119")},
        {"another insurer", echoing("39999008", "4021", "19840229")},
        {"another number", echoing("06999007", "4022", "19840229")},
        {"another birth date", echoing("06999007", "4021", "19840228")},
    };
    for (const auto& [what, file] : foreign) {
        INFO(what);
        ScriptedService service;
        const auto answer = service.ask([&](const auto& path) { write_file(path, file); }, 600ms);
        REQUIRE(answer.error().code() == ErrorCode::AnswerForeign);
        REQUIRE(service.files_in("res") == 1);
        REQUIRE(service.files_in("trash") == 0);
    }
}

TEST_CASE("the echo of our own question is ours") {
    ScriptedService service;
    REQUIRE(service.ask(
        [](const auto& path) { write_file(path, echoing("06999007", "4021", "19840229")); }, 10s));
}

TEST_CASE("our answer is found although a foreign one stood in its place before") {
    ScriptedService service;
    REQUIRE(service.ask(
        [](const auto& path) {
            write_file(path, with(good, "RT01-000123", "RT02-000123"));
            std::this_thread::sleep_for(30ms);
            write_file(path, good);
        },
        10s));
}

TEST_CASE("an answer under another name is not ours, even with our session in it") {
    ScriptedService service;
    const auto answer = service.ask(
        [](const auto& path) {
            write_file(path.parent_path() / "OQSsiquc01res_209901010001.xml", good);
            write_file(path.parent_path() /
                           "OQSsiquc01res_face_99199999990f1e2d3c4b5a69788796_20261120093015.xml",
                       good);
        },
        600ms);
    REQUIRE(answer.error().code() == ErrorCode::AnswerLate);
    REQUIRE(service.files_in("res") == 2);
}

TEST_CASE("one answer never serves two questions") {
    ScriptedService service(ScriptedService::Trash::Absent);
    const auto first = service.ask([](const auto& path) { write_file(path, good); }, 10s);
    REQUIRE(first);
    // The same session asks again; the first answer still lies in res.
    const auto second = service.ask([](const auto&) {}, 600ms);
    REQUIRE(second.error().code() == ErrorCode::AnswerLate);
}

TEST_CASE(
    "another person's record in our answer is passed on: comparing people is not the link's") {
    ScriptedService service;
    const auto answer = service.ask(
        [](const auto& path) { write_file(path, with(good, "19840229", "19551231")); }, 10s);
    REQUIRE(answer);
    REQUIRE(answer->persons.front().birth_date == test::date(1955, 12, 31));
}
