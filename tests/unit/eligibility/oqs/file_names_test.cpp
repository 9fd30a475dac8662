#include "eligibility/oqs/file_names.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility::oqs;
using eligibility::BulkKind;

TEST_CASE("request and answer of one job share the free part") {
    const std::string job = job_name(test::reception_day, 7);
    REQUIRE(job == "202611200007");
    REQUIRE(request_file_name(job) == "OQSsiquc01req_202611200007.xml");
    REQUIRE(answer_file_name(job) == "OQSsiquc01res_202611200007.xml");
}

TEST_CASE("a face file is named by facility, a unique part and the moment") {
    const CivilTime moment{std::chrono::seconds{1'795'134'615}};
    REQUIRE(face_file_name("9919999999", "0f1e2d3c4b5a69788796", moment) ==
            "OQSsiquc01res_face_99199999990f1e2d3c4b5a69788796_20261120093015.xml");
}

TEST_CASE("the kind of a file shows in its name alone") {
    struct Case {
        const char* name;
        FileKind kind;
    };
    const std::vector<Case> cases{
        {"OQSsiquc01req_202611200001.xml", FileKind::Request},
        {"OQSsiquc01res_202611200001.xml", FileKind::Answer},
        {"OQSsiquc01res_20261120-any-longer-name.xml", FileKind::Answer},
        {"OQSsiquc01res_face_99199999990f1e2d3c4b5a69788796_20261120093015.xml",
         FileKind::FaceAnswer},
        {"OQSsiquc01res_face_x_2026112009301.xml", FileKind::Answer}, // no moment at its end
        {"OQSsiquc01res_202611200001.xml.part", FileKind::Other},
        {"OQSmuquc01res_202611200001.xml", FileKind::Answer},
        {"OQSmuquc02res_202611200001.zip", FileKind::Answer},
        {"OQSsiimm01req_202611200001.xml", FileKind::Request},
        {"YZKsiquc01res_202611200001.pdf", FileKind::Answer},
        {"XYZsiquc01res_202611200001.xml", FileKind::Other},
        {"OQSsiquc01_202611200001.xml", FileKind::Other},
        {"OQSsiquc01req", FileKind::Other},
        {"", FileKind::Other},
    };
    for (const Case& c : cases) {
        INFO(c.name);
        REQUIRE(name_of(file_kind(c.name)) == name_of(c.kind));
    }
}

TEST_CASE("each prefix stands once, and names the form of what it opens") {
    for (const InterfaceName& interface : all_interfaces()) {
        const std::string request = std::string(interface.prefix) + "req_202611200001.xml";
        INFO(request);
        REQUIRE(parse_file_name(request).interface == &interface);
        REQUIRE(parse_file_name(request).form() == interface.request);
        REQUIRE(parse_file_name(request).free_part == "202611200001");
    }
    for (const BulkKind kind : {BulkKind::Qualification, BulkKind::ReferenceNumber,
                                BulkKind::MedicalAid, BulkKind::HomeVisit, BulkKind::OnlineCare}) {
        REQUIRE(parse_file_name(request_file_name("202611200001", upload_prefix(kind))).form() ==
                MessageForm::BulkUpload);
        REQUIRE(parse_file_name(answer_file_name("202611200001", download_prefix(kind))).form() ==
                MessageForm::BulkResult);
    }
}
