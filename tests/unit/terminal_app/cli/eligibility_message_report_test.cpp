#include "terminal_app/cli/eligibility_message_report.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;

namespace {

std::string message(const std::string& header, const std::string& body) {
    return "<XmlMsg><MessageHeader>" + header + "</MessageHeader><MessageBody>" + body +
           "</MessageBody></XmlMsg>";
}

const std::string search = "<QualificationConfirmSearchInfo><InsurerNumber>06999007</InsurerNumber>"
                           "<InsuredIdentificationNumber>4021</InsuredIdentificationNumber>"
                           "<Birthdate>19840229</Birthdate></QualificationConfirmSearchInfo>";
const std::string job_done = "<SegmentOfResult>1</SegmentOfResult>"
                             "<NumberOfProcessingResult>1</NumberOfProcessingResult>";

std::string unit(const char* validity) {
    return std::string("<BulkConfirmUnit><ProcessingResultStatus>1</ProcessingResultStatus>"
                       "<QualificationValidity>") +
           validity +
           "</QualificationValidity><ResultOfQualificationConfirmation><Name>青葉　みどり</Name>"
           "</ResultOfQualificationConfirmation></BulkConfirmUnit>";
}

ReadMessage read(const char* name, const std::string& content) {
    return read_message_file(name, as_bytes(content));
}

} // namespace

TEST_CASE("each form is reported by its name, and nothing of a person with it") {
    struct Case {
        const char* name;
        std::string content;
        const char* form;
        int status;
    };
    const std::vector<Case> cases{
        {"OQSsiquc01req_1.xml", message("", search), "question", 0},
        {"OQSmuquc01req_1.xml", message("", search), "bulk-upload", 0},
        {"OQSmuquc02req_1.xml", message("", "<ReceptionNumber>R</ReceptionNumber>"),
         "bulk-download", 0},
        {"OQSmuquc01res_1.xml",
         message("<SegmentOfResult>1</SegmentOfResult><ReceptionNumber>R</ReceptionNumber>", ""),
         "bulk-receipt", 0},
        {"OQSmuquc01res_1.xml", message("<SegmentOfResult>9</SegmentOfResult>", ""), "bulk-receipt",
         3},
        {"OQSmuquc02res_1.xml", message(job_done, unit("1")), "bulk-result", 0},
        {"OQSmuquc02res_1.xml", message(job_done, unit("4")), "bulk-result", 3},
        {"OQSsiimm01res_1.xml", message("<SegmentOfResult>1</SegmentOfResult>", ""),
         "registration-answer", 0},
        {"OQSsiimm01res_1.xml", message("<SegmentOfResult>9</SegmentOfResult>", ""),
         "registration-answer", 3},
        {"OQSsiquc01res_1.xml", message("<SegmentOfResult>9</SegmentOfResult>", ""), "answer", 3},
    };
    for (const Case& c : cases) {
        INFO(c.name << c.content);
        const ReadMessage report = read(c.name, c.content);
        CHECK(to_json(report, PersonalData::Hide)["form"] == c.form);
        CHECK(exit_status(report) == c.status);
        for (const char* personal : {"4021", "06999007", "1984", "青葉"}) {
            CHECK(to_json(report, PersonalData::Hide).dump().find(personal) == std::string::npos);
            CHECK(to_text(report, PersonalData::Hide).find(personal) == std::string::npos);
            CHECK(validation_json(report).dump().find(personal) == std::string::npos);
        }
    }
}

TEST_CASE("validation tells what is wrong, and that a name lies") {
    const auto json = validation_json(read("OQSsiquc01res_1.xml", message("", search)));
    CHECK(json["form"] == "question");
    CHECK(json["valid"] == false);
    CHECK(validation_text(json).find("ten digits") != std::string::npos);
    CHECK(json.dump().find("promises another form") != std::string::npos);
    CHECK(validation_json(read("x", "not XML"))["error"]["code"] == "AnswerUnreadable");
    CHECK(exit_status(read("x", "not XML")) == 1);
}
