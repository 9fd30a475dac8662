#include "terminal_app/cli/eligibility_request_document.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace madoguchi::cli;

namespace {

constexpr CivilDate today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{20}};

constexpr const char* sender = R"json("session_id":"A-1","facility_code":"9919999999")json";

Result<RequestDocument> read(const std::string& rest) {
    return read_request_document("{" + std::string(sender) + "," + rest + "}", today);
}

} // namespace

TEST_CASE("each kind of question is read, the day of today where none is named") {
    const auto question =
        read(R"json("kind":"question","insurer_number":"06999007","symbol":"見本７",
        "number":"4021","branch":"02","birth_date":"1984-02-29","high_cost_consent":"given")json");
    REQUIRE(question);
    const auto& request = std::get<EligibilityRequest>(*question);
    CHECK(request.insurance == InsuranceIdentity{"06999007", "見本７", "4021", "02"});
    CHECK(request.date == today);
    CHECK(request.birth_date == CivilDate{std::chrono::year{1984} / 2 / 29});
    REQUIRE(request.consents.size() == 1);
    CHECK(request.consents[0].is_given());

    const auto registration = read(R"json("kind":"registration","reference_number":"000318",
        "insurer_number":"06999007","number":"4021")json");
    CHECK(std::get<ReferenceRegistration>(*registration).entry.reference_number == "000318");

    const auto upload = read(R"json("kind":"upload","job":"qualification","date":"2026-11-21",
        "questions":[{"insurer_number":"06999007","number":"1","birth_date":"1984-02-29",
        "identifier":"U-1"},{"number":"2"}])json");
    const auto& job = std::get<UploadDocument>(*upload);
    CHECK(job.kind == BulkKind::Qualification);
    CHECK(job.job.searches.size() == 2);
    CHECK(job.job.searches[0].arbitrary_identifier == "U-1");
    CHECK(job.job.confirmation_date == CivilDate{std::chrono::year{2026} / 11 / 21});

    const auto download = read(R"json("kind":"download","job":"home-visit",
        "reception_number":"R-1")json");
    CHECK(std::get<DownloadDocument>(*download).kind == BulkKind::HomeVisit);
}

TEST_CASE("no consent is asked for that the question does not name") {
    const auto question =
        read(R"json("kind":"question","insurer_number":"06999007","number":"1")json");
    CHECK(std::get<EligibilityRequest>(*question).consents.empty());
}

TEST_CASE("what is not understood is refused, never guessed at") {
    for (const char* rest :
         {R"json("kind":"guess")json", R"json("kind":1)json",
          R"json("kind":"question","name":"x")json", R"json("kind":"question","number":4021)json",
          R"json("kind":"question","birth_date":"1984-02-30")json",
          R"json("kind":"question","high_cost_consent":"yes")json",
          R"json("kind":"upload","job":"everything")json",
          R"json("kind":"upload","job":"qualification","questions":{})json",
          R"json("kind":"upload","job":"qualification","questions":["1"])json",
          R"json("kind":"upload","job":"qualification","questions":[{"surprise":"1"}])json"}) {
        INFO(rest);
        const auto document = read(rest);
        REQUIRE_FALSE(document);
        CHECK(document.error().code() == ErrorCode::ValueInvalid);
    }
    CHECK(read_request_document("not JSON", today).error().code() == ErrorCode::SyntaxInvalid);
    CHECK_FALSE(read_request_document("[]", today));
}
