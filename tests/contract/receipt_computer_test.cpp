// The hand-over against a receipt computer that bounces what a claim could not hold.
#include "eligibility/hand_over/hand_over_writer.hpp"
#include "hw-sim/eligibility/receipt_computer.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilTime now{std::chrono::seconds{1'795'134'615}};

HandOver hand_over_of(const char* name) {
    HandOver hand_over;
    hand_over.facility_code = "9919999999";
    hand_over.session_id = "RT01-000123";
    hand_over.received_at = now;
    hand_over.answer.segment = {"", ResultSegment::Normal};
    PersonRecord person;
    person.insurance = {"06999007", "", "4021", "02"};
    person.name = name;
    person.birth_date = CivilDate{std::chrono::year{1984} / 2 / 29};
    person.address = "見本市１－２－３";
    hand_over.answer.persons = {person};
    return hand_over;
}

std::vector<sim::HandOverVerdict> handed(const char* name, HandOverFormat format) {
    const test::TemporaryFolder folder;
    REQUIRE(HandOverWriter(folder.path(), format).write(hand_over_of(name)));
    return sim::ReceiptComputer::open(folder.path())->work();
}

} // namespace

TEST_CASE("fitted to JIS X 0208 every hand-over is accepted, unfitted some bounce") {
    struct Case {
        const char* name;
        bool accepted_as_it_is;
    };
    for (const Case& c :
         {Case{"渡邉　健悟", true}, Case{"●川　正道", true}, Case{"髙﨑　德子", false},
          Case{"𠮷川　正道", false}, Case{"葛\U000E0100城　正", false}, Case{"①㈱Ⅲ", false}}) {
        INFO(c.name);
        const auto plain = handed(c.name, {});
        REQUIRE(plain.size() == 1);
        CHECK(plain[0].is_accepted() == c.accepted_as_it_is);
        for (const auto encoding : {oqs::TextEncoding::Utf8, oqs::TextEncoding::ShiftJis}) {
            const auto fitted = handed(c.name, {encoding, oqs::Repertoire::JisX0208, true});
            REQUIRE(fitted.size() == 1);
            CHECK(fitted[0].is_accepted());
        }
    }
}
