#include "eligibility/identity/name_repair.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::eligibility::identity;

namespace {

struct Case {
    const char* what;
    const char* answer;
    const char* chip;
    const char* shown;
    NameSource source;
};

const std::vector<Case> cases{
    {"one character is missing", "青●　みどり", "青葉　みどり", "青葉　みどり", NameSource::Chip},
    {"the rest is written otherwise", "●橋 ﾐﾄﾞﾘ", "髙橋　みどり", "髙橋　みどり", NameSource::Chip},
    {"the rest has another form", "●﨑　徳子", "黒崎　德子", "黒崎　德子", NameSource::Chip},
    {"nothing is missing", "青葉　みどり", "青葉　みどり", "青葉　みどり", NameSource::Answer},
    {"forms differ but nothing is missing", "高橋　岳", "髙橋　岳", "高橋　岳", NameSource::Answer},
    {"another character differs", "青●　みどり", "青葉　かおり", "青●　みどり", NameSource::Answer},
    {"the length differs", "青●　みどり", "青葉木　みどり", "青●　みどり", NameSource::Answer},
    {"nothing else is left", "●●", "青葉", "●●", NameSource::Answer},
    {"the chip's has a gap too", "青●　みどり", "〓葉　みどり", "青●　みどり", NameSource::Answer},
    {"no answer", "", "青葉　みどり", "", NameSource::Answer},
    {"no chip", "青●　みどり", "", "青●　みどり", NameSource::Answer},
};

} // namespace

TEST_CASE("the chip's name stands in for ● only where everything else agrees") {
    for (const Case& c : cases) {
        INFO(c.what);
        REQUIRE(name_to_show(c.answer, c.chip) == SourcedName{c.shown, c.source});
    }
}
