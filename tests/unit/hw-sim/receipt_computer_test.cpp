#include "hw-sim/eligibility/japanese_text.hpp"
#include "hw-sim/eligibility/receipt_computer.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::sim;

namespace {

std::string hand_over(const std::string& name, const std::string& address = "見本市１",
                      const std::string& number = "4021") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><XmlMsg><MessageBody><ResultList>"
           "<ResultOfQualificationConfirmation><InsurerNumber>06999007</InsurerNumber>"
           "<InsuredIdentificationNumber>" +
           number + "</InsuredIdentificationNumber><Name>" + name +
           "</Name><Birthdate>19840229</Birthdate><Address>" + address +
           "</Address></ResultOfQualificationConfirmation></ResultList></MessageBody></XmlMsg>";
}

} // namespace

TEST_CASE("a hand-over is accepted when a claim could be made of it") {
    CHECK(reason_to_bounce(hand_over("渡邉　健悟")).empty());
    CHECK(reason_to_bounce(hand_over("●川　正道")).empty());
    std::string text = hand_over("渡邉　健悟");
    text.replace(text.find("UTF-8"), 5, "Shift_JIS");
    CHECK(reason_to_bounce(as_text(to_cp932(text))).empty());
}

TEST_CASE("each reason to bounce is named, without a value") {
    struct Case {
        std::string file;
        const char* reason;
    };
    const std::vector<Case> cases{
        {hand_over("髙橋"), "Name holds a character outside JIS X 0208"},
        {hand_over("德川"), "Name holds a character outside JIS X 0208"},
        {hand_over("𠮷川"), "Name holds a character outside JIS X 0208"},
        {hand_over("川", "見本市①"), "Address holds a character outside JIS X 0208"},
        {hand_over("川", "見本市", ""), "InsuredIdentificationNumber is missing"},
        {hand_over(""), "Name is missing"},
        {"<XmlMsg/>", "nobody is in it"},
        {"not XML", "not XML"},
        {"", "not XML"},
    };
    for (const Case& c : cases) {
        INFO(c.file);
        CHECK(reason_to_bounce(c.file) == c.reason);
    }
}

TEST_CASE("hand-overs are taken once, other files stay") {
    const test::TemporaryFolder folder;
    const auto computer = ReceiptComputer::open(folder.path());
    REQUIRE(computer);
    std::ofstream(folder.path() / "OQSsiquc01res_face_1_20261120093015.xml") << hand_over("川");
    std::ofstream(folder.path() / "OQSsiquc01res_face_2_20261120093015.xml") << "no";
    std::ofstream(folder.path() / "other.xml") << "other";
    const auto verdicts = computer->work();
    REQUIRE(verdicts.size() == 2);
    CHECK(verdicts[0].is_accepted());
    CHECK_FALSE(verdicts[1].is_accepted());
    CHECK(computer->work().empty());
    CHECK(std::filesystem::exists(folder.path() / "other.xml"));
    CHECK_FALSE(ReceiptComputer::open(folder.path() / "gone"));
}
