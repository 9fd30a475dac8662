#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using test::with;

namespace {

struct Refusal {
    const char* what;
    std::string file;
    const char* cause; // words that the error's text must hold
};

} // namespace

TEST_CASE("what cannot be relied on is refused with its cause") {
    const std::string good = test::sample_face_file();
    const std::vector<Refusal> refusals{
        {"empty", "", "empty"},
        {"white space", "  \r\n", "not XML"},
        {"encrypted", "\x9C\x01\x02<XmlMsg>", "encrypt"},
        {"PDF", "%PDF-1.7", "not XML"},
        {"proxy page", "<html><body>502</body></html>", "not of the national service"},
        {"cut in an element", good.substr(0, good.size() / 2), "cut short"},
        {"cut before the last tag", good.substr(0, good.rfind("</XmlMsg>")), "cut short"},
        {"other root", with(good, "XmlMsg", "XmlMessage"), "not of the national service"},
        {"two roots", good + "<XmlMsg/>", "more than one root"},
        {"a request",
         with(with(good, "<SegmentOfResult>", "<Other>"), "</SegmentOfResult>", "</Other>"),
         "not an eligibility answer"},
        {"no such day", with(good, "19840229", "19830229"), "calendar"},
        {"letters in a date", with(good, "20240401", "2024O401"), "calendar"},
        {"no such time", with(good, "20261121093015", "20261121993015"), "time"},
        {"name twice", with(good, "<Name>", "<Name>他人</Name><Name>"), "twice"},
        {"body twice", with(good, "</XmlMsg>", "<MessageBody/></XmlMsg>"), "twice"},
        {"CP932 declared as UTF-8",
         as_text(*eligibility::oqs::encode(good, eligibility::oqs::TextEncoding::ShiftJis)),
         "encoding setting"},
        {"control character", with(good, "青●", "青\x01"), "control"},
        {"larger than 1 MiB", good + std::string(std::size_t{1} << 20U, ' '), "1 MiB"},
    };
    for (const Refusal& refusal : refusals) {
        INFO(refusal.what);
        const auto file = test::read(refusal.file);
        REQUIRE_FALSE(file);
        REQUIRE(file.error().code() == ErrorCode::AnswerUnreadable);
        REQUIRE(std::string(file.error().text()).find(refusal.cause) != std::string::npos);
    }
}

TEST_CASE("an answer cut at any byte is refused or, behind its last tag, whole") {
    const std::string good = test::sample_face_file();
    const std::size_t end = good.rfind('>') + 1;
    for (std::size_t length = 0; length < end; ++length) {
        REQUIRE_FALSE(test::read(std::string_view(good).substr(0, length)));
    }
    REQUIRE(test::read(good.substr(0, end)));
}
