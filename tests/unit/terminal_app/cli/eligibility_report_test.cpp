#include "terminal_app/cli/eligibility_report.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;
using eligibility::OutcomeKind;

namespace {

const std::vector<std::string> personal_texts{"青葉　みどり", "ｱｵﾊﾞ", "1984", "見本市",
                                              "06999007",     "4021", "0318"};

ParsedAnswer parsed(std::string_view validity) {
    const std::string file =
        "<XmlMsg><MessageHeader><QualificationConfirmationDate>20261120"
        "</QualificationConfirmationDate><SegmentOfResult>1</SegmentOfResult></MessageHeader>"
        "<MessageBody><ProcessingResultStatus>1</ProcessingResultStatus><QualificationValidity>" +
        std::string(validity) +
        "</QualificationValidity><ResultList><ResultOfQualificationConfirmation>"
        "<InsuredCardClassification>01</InsuredCardClassification><Name>青葉　みどり</Name>"
        "<NameKana>ｱｵﾊﾞ ﾐﾄﾞﾘ</NameKana><Birthdate>19840229</Birthdate><Sex1>2</Sex1>"
        "<Address>架空県見本市例町２－１－２</Address><InsurerNumber>06999007</InsurerNumber>"
        "<InsuredIdentificationNumber>4021</InsuredIdentificationNumber>"
        "<PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg><ReferenceNumber>0318</ReferenceNumber>"
        "<Tomorrow>1</Tomorrow></ResultOfQualificationConfirmation></ResultList></MessageBody>"
        "</XmlMsg>";
    return {eligibility::oqs::FileKind::Answer, file.size(),
            eligibility::oqs::read_answer(as_bytes(file))};
}

ParsedAnswer unreadable() {
    return {eligibility::oqs::FileKind::Other, 3, eligibility::oqs::read_answer(as_bytes("abc"))};
}

} // namespace

TEST_CASE("personal data is printed only when asked for, in either form") {
    const ParsedAnswer answer = parsed("1");
    for (const std::string& text : personal_texts) {
        INFO(text);
        REQUIRE(to_text(answer, PersonalData::Hide).find(text) == std::string::npos);
        REQUIRE(to_json(answer, PersonalData::Hide).dump().find(text) == std::string::npos);
        REQUIRE(to_text(answer, PersonalData::Show).find(text) != std::string::npos);
        REQUIRE(to_json(answer, PersonalData::Show).dump().find(text) != std::string::npos);
    }
}

TEST_CASE("the JSON form has its documented keys") {
    const auto json = to_json(parsed("1"), PersonalData::Hide);
    for (const char* key : {"outcome", "decided_by", "next_step", "note", "file_kind", "bytes",
                            "error", "encoding", "encoding_found_by", "confirmation_date",
                            "session_id", "persons", "unknown_elements", "findings"}) {
        INFO(key);
        REQUIRE(json.contains(key));
    }
    REQUIRE(json["outcome"] == "eligible");
    REQUIRE(json["confirmation_date"] == "2026-11-20");
    REQUIRE(json["persons"][0]["consents"]["medication"] == "given");
    REQUIRE(json["persons"][0]["personal"].is_null());
    REQUIRE(json["unknown_elements"][0] == "Tomorrow");
}

TEST_CASE("the outcome of another validity is named, with the next step") {
    const auto json = to_json(parsed("4"), PersonalData::Hide);
    REQUIRE(json["outcome"] == "none");
    REQUIRE_FALSE(json["next_step"].get<std::string>().empty());
    REQUIRE(outcome_of(parsed("4")).kind == OutcomeKind::None);
}

TEST_CASE("an unreadable file is an outcome with its cause") {
    const auto json = to_json(unreadable(), PersonalData::Show);
    REQUIRE(json["outcome"] == "unreadable");
    REQUIRE(json["error"]["code"] == "AnswerUnreadable");
    REQUIRE_FALSE(json.contains("persons"));
    REQUIRE(to_text(unreadable(), PersonalData::Show).find("not XML") != std::string::npos);
}
