// Faults happen where they are planned, and nowhere else.
#include "hw-sim/fault/faulty_readers.hpp"
#include "tests/support/cards/simulated_card.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace madoguchi;
using namespace madoguchi::sim;
using madoguchi::test::card_of;

namespace {

const Bytes select_key_service{0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                               0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
const Bytes read_certificate{0x00, 0xB0, 0x8A, 0x00, 0x40};
const Bytes success{0x90, 0x00};

struct FaultyCard {
    InProcessReader reader;
    FaultyReaders readers{reader, card_of("p16")};
    std::shared_ptr<VirtualCard> card = card_of("p02");

    FaultyCard() { reader.insert(card); }

    // The same transaction, or a new one after `end`.
    Result<Bytes> send(const Bytes& command) {
        if (!transaction) {
            transaction = readers.open(reader.name()).value()->begin(soon()).value();
        }
        return transaction->channel().transmit(command, soon());
    }
    static Deadline soon() { return Deadline::after(std::chrono::seconds(10)); }

    std::optional<hal::Transaction> transaction;
};

Fault fault_named(std::string_view name) {
    for (const NamedFault& named : all_faults()) {
        if (named.name == name) {
            return named.fault;
        }
    }
    throw std::logic_error("no such fault");
}

} // namespace

TEST_CASE("names of faults and of hostile behaviours are each given once") {
    std::set<std::string> names;
    for (const NamedFault& named : all_faults()) {
        CHECK(names.insert(std::string(named.name)).second);
    }
    for (const NamedBehaviour& named : all_hostile_behaviours()) {
        CHECK(names.insert("hostile " + std::string(named.name)).second);
    }
}

TEST_CASE_METHOD(FaultyCard, "without a plan the card answers as it is, and is observed") {
    CHECK(send(select_key_service).value() == success);
    CHECK(send(read_certificate).value().size() == 0x42);
    const FaultObservations seen = readers.observations();
    REQUIRE(seen.exchanges.size() == 2);
    CHECK(seen.exchanges[1].reads_from_beginning());
    CHECK(seen.exchanges[1].expected_length == 0x40);
    CHECK(seen.exchanges[1].answer_data == 0x40);
    CHECK(seen.exchanges[1].status.is_success());
    CHECK(seen.begun == 1);
    CHECK(seen.ended == 0);
    transaction->end();
    CHECK(readers.observations().ended == 1);
}

TEST_CASE_METHOD(FaultyCard, "a fault happens at its exchange and the next one is honest again") {
    readers.plan({{{1, fault_named("status-6F00")}}, {}});
    CHECK(send(select_key_service).value() == success);
    CHECK_FALSE(readers.observations().all_happened);
    CHECK(send(read_certificate).value() == Bytes{0x6F, 0x00});
    CHECK(readers.observations().all_happened);
    CHECK(card->observations().commands == 1); // it never came to the card
    CHECK(send(read_certificate).value().size() == 0x42);
}

TEST_CASE_METHOD(FaultyCard, "a card that leaves makes the channel dead, executed or not") {
    const auto [name, executed] =
        GENERATE(table<std::string, std::size_t>({{"removed-before", 0U},
                                                  {"removed-during-not-executed", 0U},
                                                  {"removed-during-executed", 1U},
                                                  {"swapped", 0U}}));
    CAPTURE(name);
    readers.plan({{{0, fault_named(name)}}, {}});
    CHECK(send(select_key_service).error().code() == ErrorCode::CardRemoved);
    CHECK(card->observations().commands == executed);
    CHECK(readers.observations().after_death == 0);
    CHECK(send(select_key_service).error().code() == ErrorCode::CardRemoved);
    CHECK(readers.observations().after_death == 1);
}

TEST_CASE_METHOD(FaultyCard, "a card that lost power unnoticed has forgotten its application") {
    readers.plan({{{1, fault_named("reset-unnoticed")}}, {}});
    CHECK(send(select_key_service).value() == success);
    CHECK(send(read_certificate).value() != success);
    CHECK(send(select_key_service).value() == success);
    CHECK(send(read_certificate).value().size() == 0x42);
}

TEST_CASE_METHOD(FaultyCard, "a card swapped unnoticed answers with its own certificate") {
    CHECK(send(select_key_service).value() == success);
    const Bytes own = send(read_certificate).value();
    readers.plan({{{0, fault_named("swapped-unnoticed")}}, {}});
    CHECK(send(select_key_service).value() == success);
    CHECK(send(read_certificate).value() != own);
}

TEST_CASE_METHOD(FaultyCard, "a slow answer comes after the deadline") {
    readers.plan({{{0, fault_named("slow")}}, {}});
    const auto deadline = Deadline::after(std::chrono::milliseconds(5));
    transaction = readers.open(reader.name()).value()->begin(soon()).value();
    CHECK(transaction->channel().transmit(select_key_service, deadline).value() == success);
    CHECK(deadline.has_passed());
}

TEST_CASE_METHOD(FaultyCard, "an endless fault goes on until another command comes") {
    const Bytes get_response{0x00, 0xC0, 0x00, 0x00, 0x00};
    readers.plan({{{0, fault_named("more-data-without-data")}}, {}});
    CHECK(send(select_key_service).value() == Bytes{0x61, 0xFF});
    CHECK(send(get_response).value() == Bytes{0x61, 0xFF});
    CHECK(send(get_response).value() == Bytes{0x61, 0xFF});
    CHECK(send(select_key_service).value() == success);
    CHECK(send(get_response).value() != (Bytes{0x61, 0xFF}));
}

TEST_CASE("each fault of an answer changes it as its name says") {
    const Bytes honest{0x30, 0x82, 0x04, 0x01, 0xAA, 0xBB, 0xCC, 0xDD, 0x90, 0x00};
    const auto changed = [&](std::string_view name) {
        return faulty_answer(fault_named(name), honest);
    };
    CHECK(changed("empty-answer").empty());
    CHECK(changed("one-byte-answer").size() == 1);
    CHECK(changed("over-long-answer").size() == 65538);
    CHECK(changed("longer-than-asked").size() == honest.size() + 1);
    CHECK(changed("half-answer") == Bytes{0x30, 0x82, 0x04, 0x01, 0x90, 0x00});
    CHECK(changed("short-answer").size() == honest.size() - 1);
    CHECK(changed("flipped-first-byte").front() == 0x20);
    CHECK(changed("flipped-sw2").back() == 0x10);
    CHECK(changed("header-one-more")[3] == 0x02);
    CHECK(changed("header-one-less")[3] == 0x00);
    CHECK(changed("header-larger-than-memory").size() == honest.size());
    CHECK(changed("success-without-data") == success);
}

TEST_CASE_METHOD(FaultyCard, "a hostile card is honest before its first hostile exchange") {
    readers.plan({{}, {{2, HostileBehaviour::SuccessWithoutData}}});
    CHECK(send(select_key_service).value() == success);
    CHECK(send(read_certificate).value().size() == 0x42);
    CHECK(send(read_certificate).value() == success);
    CHECK(send(select_key_service).value() == success);
    CHECK(send(read_certificate).value() == success);
}
