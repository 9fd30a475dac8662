#include "tests/unit/hw-sim/card_conversation.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

const std::string right = "2468"; // p02's 利用者証明用 PIN
const std::string wrong = "0000";
constexpr std::string_view query = "00200098";
constexpr std::string_view read_signature_certificate = "00B0810004";

struct Bench {
    sim::MemoryNumberStore numbers;
    sim::VirtualCard card{card_content("p02"), numbers};

    explicit Bench(std::string_view application = select_jpki) {
        REQUIRE(status_of(card, application) == "9000");
    }
};

} // namespace

TEST_CASE("a counter falls with each wrong number, blocks at zero and answers 6984 after") {
    Bench bench;
    CHECK(verify(bench.card, 0x18, wrong) == "63C2");
    CHECK(verify(bench.card, 0x18, "24680") == "63C1"); // a wrong length is a wrong number
    CHECK(status_of(bench.card, query) == "63C1");
    CHECK(verify(bench.card, 0x18, wrong) == "63C0");
    CHECK(verify(bench.card, 0x18, right) == "6984");
    CHECK(verify(bench.card, 0x18, wrong) == "6984");
    CHECK(status_of(bench.card, query) == "63C0");
}

TEST_CASE("a right number fills the counter up and is not shown by the query") {
    Bench bench;
    CHECK(verify(bench.card, 0x18, wrong) == "63C2");
    CHECK(verify(bench.card, 0x18, right) == "9000");
    CHECK(status_of(bench.card, query) == "63C3");
    CHECK(status_of(bench.card, "00A4020C020018") == "9000");
    CHECK(status_of(bench.card, "00200080") == "63C3");
    CHECK(bench.card.observations().verified_with_data.size() == 2);
}

TEST_CASE("each number has its own limit") {
    struct Case {
        std::string_view application;
        std::string_view question;
        const char* answer;
    };
    const auto example = GENERATE(values<Case>({
        {select_jpki, "00200098", "63C3"},
        {select_jpki, "0020009B", "63C5"},
        {select_input_support, "00200091", "63C3"},
        {select_input_support, "00200092", "63C0"}, // blocked as issued
        {select_input_support, "00200094", "63CA"},
        {select_input_support, "00200095", "63CA"},
        {select_surface, "00200091", "63CA"},
        {select_surface, "00200092", "63CA"},
        {select_surface, "00200093", "63CA"},
        {select_resident, "0020009C", "63C3"},
        {select_common, "0020009C", "63C3"},
    }));
    Bench bench(example.application);
    CHECK(status_of(bench.card, example.question) == example.answer);
}

TEST_CASE("VERIFY refuses what is no number of the application, and spends nothing") {
    Bench bench;
    CHECK(status_of(bench.card, "00200080") == "6986");             // no current file
    CHECK(status_of(bench.card, "0020008A") == "6981");             // a certificate
    CHECK(status_of(bench.card, "0020009F") == "6A88");             // no such key
    CHECK(status_of(bench.card, "00200000") == "6A86");             // no default number
    CHECK(status_of(bench.card, "00200118") == "6A86");             // P1
    CHECK(status_of(bench.card, "002000980430303030FF") == "63C2"); // Le is ignored
    CHECK(status_of(bench.card, "0020009811" + std::string(34, '3')) == "6700"); // 17 bytes
    CHECK(bench.card.observations().verified_with_data.size() == 1);
}

TEST_CASE("counters survive power-off, reset and the simulator itself") {
    sim::MemoryNumberStore numbers;
    {
        sim::VirtualCard card(card_content("p02"), numbers);
        REQUIRE(status_of(card, select_jpki) == "9000");
        CHECK(verify(card, 0x18, wrong) == "63C2");
        card.power_off();
        static_cast<void>(card.power_on());
        REQUIRE(status_of(card, select_jpki) == "9000");
        CHECK(status_of(card, query) == "63C2");
    }
    sim::VirtualCard again(card_content("p02"), numbers);
    REQUIRE(status_of(again, select_jpki) == "9000");
    CHECK(status_of(again, query) == "63C2");
}

TEST_CASE("a verified number is forgotten by selection and power-off, and by a reset if so set") {
    const auto verified_card = [](sim::CardBehaviour behaviour) {
        auto card = card_of("p02", behaviour);
        REQUIRE(status_of(*card, select_jpki) == "9000");
        REQUIRE(verify(*card, 0x1B, "SIMCARD02") == "9000");
        REQUIRE(status_of(*card, read_signature_certificate) == "9000");
        return card;
    };
    SECTION("the same application again") {
        const auto card = verified_card({});
        REQUIRE(status_of(*card, select_jpki) == "9000");
        CHECK(status_of(*card, read_signature_certificate) == "6982");
    }
    SECTION("another and back") {
        const auto card = verified_card({});
        REQUIRE(status_of(*card, select_surface) == "9000");
        REQUIRE(status_of(*card, select_jpki) == "9000");
        CHECK(status_of(*card, read_signature_certificate) == "6982");
    }
    SECTION("a selection that fails changes nothing") {
        const auto card = verified_card({});
        REQUIRE(status_of(*card, "00A4040C07A0000002471001") == "6A82");
        CHECK(status_of(*card, read_signature_certificate) == "9000");
    }
    SECTION("power") {
        const auto card = verified_card({});
        card->power_off();
        CHECK(status_of(*card, "00B0000004") == "6986");
        REQUIRE(status_of(*card, select_jpki) == "9000");
        CHECK(status_of(*card, read_signature_certificate) == "6982");
    }
    SECTION("warm reset, as measured over contactless") {
        const auto card = verified_card({});
        card->warm_reset();
        CHECK(status_of(*card, read_signature_certificate) == "9000");
    }
    SECTION("warm reset that takes the power away") {
        const auto card = verified_card({true, false});
        card->warm_reset();
        CHECK(status_of(*card, "00B0000004") == "6986");
    }
    SECTION("a wrong number after the right one") {
        const auto card = verified_card({});
        REQUIRE(verify(*card, 0x1B, "WRONG0") == "63C4");
        CHECK(status_of(*card, read_signature_certificate) == "6982");
    }
}

TEST_CASE("a number changes after it was verified, by the command of its application") {
    struct Case {
        std::string_view application;
        unsigned key;
        std::string old_number;
        std::string change;       // with the new number
        std::string wrong_change; // the other application's command
        std::string new_number;
    };
    const auto example = GENERATE(values<Case>({
        {select_jpki, 0x18, "2468", "002401980431313131", "803200980431313131", "1111"},
        {select_jpki, 0x1B, "SIMCARD02", "0024019B064E4557303031", "8032009B064E4557303031",
         "NEW001"},
        {select_input_support, 0x11, "1357", "002401910431313131", "803200910431313131", "1111"},
        {select_resident, 0x1C, "8642", "8032009C0431313131", "0024019C0431313131", "1111"},
        {select_common, 0x1C, "8642", "8032009C0431313131", "0024019C0431313131", "1111"},
    }));
    Bench bench(example.application);
    CHECK(status_of(bench.card, example.change) == "6982");
    REQUIRE(verify(bench.card, example.key, example.old_number) == "9000");
    CHECK(status_of(bench.card, example.wrong_change) == "6985");
    CHECK(status_of(bench.card, example.change) == "9000");
    CHECK(verify(bench.card, example.key, example.old_number).substr(0, 3) == "63C");
    CHECK(verify(bench.card, example.key, example.new_number) == "9000");
}

TEST_CASE("CHANGE refuses new numbers of the wrong length and numbers that never change") {
    Bench jpki;
    REQUIRE(verify(jpki.card, 0x18, right) == "9000");
    CHECK(status_of(jpki.card, "0024019803313131") == "6A80");
    CHECK(status_of(jpki.card, "00240198053131313131") == "6A80");
    CHECK(status_of(jpki.card, "002400980431313131") == "6A86");
    CHECK(verify(jpki.card, 0x18, right) == "9000");

    Bench surface(select_surface);
    REQUIRE(verify(surface.card, 0x12, persona("p02").verification_number_b()) == "9000");
    CHECK(status_of(surface.card, "002401920431313131") == "6985");
}

namespace {

class FullStore final : public sim::NumberStore {
public:
    std::optional<sim::NumberState> find(const std::string& /*name*/) const override {
        return std::nullopt;
    }
    Result<void> keep(const std::string& /*name*/, const sim::NumberState& /*state*/) override {
        return fail(ErrorCode::StorageFailed, "disk full");
    }
};

} // namespace

TEST_CASE("a card that cannot write its counter verifies nothing") {
    FullStore store;
    sim::VirtualCard card(card_content("p02"), store);
    REQUIRE(status_of(card, select_jpki) == "9000");
    CHECK(verify(card, 0x18, right) == "6581");
    CHECK(status_of(card, "802A03970341424300") == "6982");
}
