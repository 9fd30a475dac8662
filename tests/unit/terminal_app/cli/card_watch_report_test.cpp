#include "terminal_app/cli/card_watch.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;
using enum hal::ReaderChange;

TEST_CASE("each event at the readers is one line, for people and as JSON") {
    struct Case {
        Sighting sighting;
        const char* text;
        const char* json;
    };
    const std::vector<Case> cases{
        {hal::ReaderEvent{ReaderAdded, "R 1"}, "reader attached  R 1",
         R"({"event":"reader-attached","reader":"R 1"})"},
        {hal::ReaderEvent{ReaderRemoved, "R 1"}, "reader detached  R 1",
         R"({"event":"reader-detached","reader":"R 1"})"},
        {hal::ReaderEvent{CardInserted, "R 1"}, "card put on      R 1",
         R"({"event":"card-put-on","reader":"R 1"})"},
        {hal::ReaderEvent{CardRemoved, "R 1"}, "card taken       R 1",
         R"({"event":"card-taken","reader":"R 1"})"},
        {hal::ReaderEvent{ServiceLost, ""}, "the PC/SC service is not there; waiting for it",
         R"({"event":"service-lost"})"},
        {hal::ReaderEvent{ServiceRestored, ""}, "the PC/SC service is back",
         R"({"event":"service-back"})"},
        {CardLook{"R 1", jpki::TokenInformation{jpki::TokenKind::AndroidPhone, "M1"}},
         "card recognised  R 1: Android phone (スマホ用電子証明書), model M1",
         R"({"event":"card-recognised","reader":"R 1","token":{"kind":"android-phone","model":"M1"}})"},
        {CardLook{"R 1", jpki::TokenInformation{jpki::TokenKind::NextGenerationCard, "M3"}},
         "card recognised  R 1: My Number card, next generation (provisional, no public APDU "
         "specification), model M3",
         R"({"event":"card-recognised","reader":"R 1","token":{"kind":"next-generation-card",)"
         R"json("model":"M3","remark":"next generation (provisional, no public APDU specification)"}})json"},
        {CardLook{"R 1", jpki::ForeignCardKind::DrivingLicence},
         "card recognised  R 1: driving licence (運転免許証), not a My Number card",
         R"({"event":"card-recognised","reader":"R 1","foreign":{"kind":"driving-licence"}})"},
        {CardLook{"R 1", fail(ErrorCode::CardMute, "the card gives no answer")},
         "not recognised   R 1: the card gives no answer",
         R"({"event":"card-not-recognised","reader":"R 1","error":"CardMute","reason":"F-CARD-UNREADABLE"})"},
    };
    for (const Case& each : cases) {
        CHECK(to_text(each.sighting) == each.text);
        CHECK(to_json(each.sighting).dump() == each.json);
    }
}
