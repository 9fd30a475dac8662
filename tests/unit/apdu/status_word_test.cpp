#include "apdu/status_word.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::apdu;

TEST_CASE("only 63C0 to 63CF carry a retry counter") {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        const StatusWord status(static_cast<std::uint16_t>(value));
        const bool carries = value >= 0x63C0 && value <= 0x63CF;
        REQUIRE(status.retry_counter().has_value() == carries);
        if (carries) {
            REQUIRE(status.retry_counter()->tries() == (value & 0x0FU));
        }
    }
}

TEST_CASE("9000 alone is success") {
    for (unsigned value = 0; value <= 0xFFFF; ++value) {
        REQUIRE(StatusWord(static_cast<std::uint16_t>(value)).is_success() == (value == 0x9000));
    }
}
