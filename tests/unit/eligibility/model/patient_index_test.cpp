#include "eligibility/model/patient_index.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const std::string header =
    "reference_number,birth_date,name,kana,sex,address,insurer_number,symbol,number,branch\n";
const std::string good_line = "0318,1984-02-29,青葉　みどり,アオバ　ミドリ,2,"
                              "架空県見本市例町２－１－２,06999007,見本７,4021,02\n";

} // namespace

TEST_CASE("a patient index is read with its leading zeros") {
    const auto index = PatientIndex::parse(header + good_line);
    REQUIRE(index);
    REQUIRE(index->patients().size() == 1);
    const KnownPatient& patient = index->patients().front();
    REQUIRE(patient.reference_number == "0318");
    REQUIRE(patient.items.birth_date == test::date(1984, 2, 29));
    REQUIRE(patient.items.sex == Sex::Female);
    REQUIRE(patient.insurance == InsuranceIdentity{"06999007", "見本７", "4021", "02"});
}

TEST_CASE("byte order mark, CRLF, quoted fields and a missing last line end are accepted") {
    const auto index =
        PatientIndex::parse("\xEF\xBB\xBF" + test::with(header, "\n", "\r\n") +
                            "1,1984-02-29,\"Aoba, \"\"Midori\"\"\",,,\"\",06999007,,4021,\r\n" +
                            "2,1984-02-29,B,,9,,1,,2,");
    REQUIRE(index);
    REQUIRE(index->patients().size() == 2);
    REQUIRE(index->patients()[0].items.name == "Aoba, \"Midori\"");
    REQUIRE_FALSE(index->patients()[0].items.sex);
    REQUIRE(index->patients()[1].items.sex == Sex::NotStated);
}

TEST_CASE("a faulty index is refused whole, and the fault names its line") {
    struct Case {
        const char* what;
        std::string csv;
        std::size_t line;
        ErrorCode code;
    };
    const auto bad = [](std::string_view what, std::string_view by) {
        return header + good_line + test::with(good_line, what, by);
    };
    const std::vector<Case> cases{
        {"empty", "", 1, ErrorCode::TagMissing},
        {"other header", "a,b,c\n" + good_line, 1, ErrorCode::TagMissing},
        {"not UTF-8", header + "\x8E\xFF", 0, ErrorCode::TextInvalid},
        {"too few fields", bad(",02\n", "\n"), 3, ErrorCode::SyntaxInvalid},
        {"too many fields", bad(",02\n", ",02,x\n"), 3, ErrorCode::SyntaxInvalid},
        {"blank line", header + "\n" + good_line, 2, ErrorCode::SyntaxInvalid},
        {"open quote", bad("0318", "\"0318"), 3, ErrorCode::SyntaxInvalid},
        {"quote inside", bad("0318", "03\"18"), 3, ErrorCode::SyntaxInvalid},
        {"text behind quote", bad("0318", "\"0318\"9"), 3, ErrorCode::SyntaxInvalid},
        {"control character", bad("0318", "0\t318"), 3, ErrorCode::ValueInvalid},
        {"other date form", bad("1984-02-29", "1984/02/29"), 3, ErrorCode::ValueInvalid},
        {"no such day", bad("1984-02-29", "1983-02-29"), 3, ErrorCode::ValueInvalid},
        {"negative day", bad("1984-02-29", "1984-02--9"), 3, ErrorCode::ValueInvalid},
        {"other sex", bad(",2,", ",3,"), 3, ErrorCode::ValueInvalid},
        {"no name", bad("青葉　みどり", ""), 3, ErrorCode::ValueInvalid},
        {"no insurer", bad("06999007", ""), 3, ErrorCode::ValueInvalid},
        {"reference twice", header + good_line + good_line, 3, ErrorCode::TagDuplicate},
        {"too large", header + std::string(std::size_t{17} << 20U, 'x'), 0, ErrorCode::TooLarge},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        const auto index = PatientIndex::parse(c.csv);
        REQUIRE_FALSE(index);
        REQUIRE(index.error().line == c.line);
        REQUIRE(name_of(index.error().error.code()) == name_of(c.code));
    }
}

TEST_CASE("an index is loaded from a file, a missing one is an error") {
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "patients.csv";
    std::ofstream(path) << header << good_line;
    REQUIRE(PatientIndex::load(path)->patients().size() == 1);
    REQUIRE(PatientIndex::load(folder.path() / "none").error().code() == ErrorCode::FileUnreadable);
}
