#include "terminal_app/service/monitor_service.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::terminal;
using hal::ReaderChange;

namespace {

// "ready", "out F-READER-LOST", "card A", "no card A"
std::vector<std::string> told(const std::vector<Message>& messages) {
    std::vector<std::string> all;
    for (const Message& message : messages) {
        if (std::holds_alternative<ReadersReady>(message)) {
            all.emplace_back("ready");
        } else if (const auto* out = std::get_if<ReadersOut>(&message)) {
            all.push_back("out " + std::string(code_of(out->reason)));
        } else if (const auto* down = std::get_if<CardPutDown>(&message)) {
            all.push_back("card " + down->reader);
        } else if (const auto* away = std::get_if<CardTakenAway>(&message)) {
            all.push_back("no card " + away->reader);
        }
    }
    return all;
}

using Told = std::vector<std::string>;

} // namespace

TEST_CASE("no reader is told once") {
    ReaderWatch watch("");
    CHECK(told(watch.see(std::vector<hal::ReaderEvent>{})) == Told{"out F-READER-NONE"});
    CHECK(told(watch.see(std::vector<hal::ReaderEvent>{})).empty());
    CHECK(told(watch.see({{ReaderChange::ReaderAdded, "A"}})) == Told{"ready"});
}

TEST_CASE("a reader that comes with a card in it is ready first") {
    ReaderWatch watch("");
    CHECK(told(watch.see({{ReaderChange::ReaderAdded, "A"}, {ReaderChange::CardInserted, "A"}})) ==
          Told{"ready", "card A"});
    CHECK(told(watch.see({{ReaderChange::CardRemoved, "A"}})) == Told{"no card A"});
}

TEST_CASE("a reader lost with a card in it is a lost reader, not a card taken away") {
    ReaderWatch watch("");
    static_cast<void>(
        watch.see({{ReaderChange::ReaderAdded, "A"}, {ReaderChange::CardInserted, "A"}}));
    CHECK(told(watch.see({{ReaderChange::CardRemoved, "A"}, {ReaderChange::ReaderRemoved, "A"}})) ==
          Told{"out F-READER-LOST"});
}

TEST_CASE("one of two readers is enough") {
    ReaderWatch watch("");
    static_cast<void>(
        watch.see({{ReaderChange::ReaderAdded, "A"}, {ReaderChange::ReaderAdded, "B"}}));
    CHECK(told(watch.see({{ReaderChange::ReaderRemoved, "A"}})).empty());
    CHECK(told(watch.see({{ReaderChange::ReaderRemoved, "B"}})) == Told{"out F-READER-LOST"});
}

TEST_CASE("with a reader configured, others do not count") {
    ReaderWatch watch("B");
    CHECK(told(watch.see({{ReaderChange::ReaderAdded, "A"}, {ReaderChange::CardInserted, "A"}})) ==
          Told{"out F-READER-NONE"});
    CHECK(told(watch.see({{ReaderChange::ReaderAdded, "B"}})) == Told{"ready"});
}

TEST_CASE("a dead PC/SC service is told as such, and its return with the readers") {
    ReaderWatch watch("");
    static_cast<void>(watch.see({{ReaderChange::ReaderAdded, "A"}}));
    CHECK(told(watch.see({{ReaderChange::ReaderRemoved, "A"}, {ReaderChange::ServiceLost, ""}})) ==
          Told{"out F-READER-SERVICE"});
    CHECK(told(watch.see({{ReaderChange::ServiceRestored, ""},
                          {ReaderChange::ReaderAdded, "A"}})) == Told{"ready"});
}

TEST_CASE("a monitor that is refused access says so once") {
    ReaderWatch watch("");
    const Error refused(ErrorCode::AccessDenied, "refused by the test");
    CHECK(told(watch.see(refused)) == Told{"out F-READER-ACCESS"});
    CHECK(told(watch.see(refused)).empty());
}
