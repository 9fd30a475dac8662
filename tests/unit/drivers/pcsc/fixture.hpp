// One reader with one card behind the daemon in memory; at the end everything must be closed.
#pragma once

#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "tests/support/pcsc/fake_pcsc.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

namespace madoguchi::test {

inline constexpr const char* reader_name = "Reader A 00 00";

inline Deadline soon() {
    return Deadline::after(std::chrono::seconds(5));
}

struct OneReader {
    OneReader() {
        pcsc.add_reader(reader_name);
        pcsc.insert(reader_name, card_that_answers(hex("9000")));
    }

    // A reader of its own connection to the daemon.
    [[nodiscard]] std::unique_ptr<hal::CardReader> open() const {
        auto reader = drivers::PcscReaderDirectory({}, pcsc.table()).open(reader_name);
        REQUIRE(reader);
        return std::move(*reader);
    }

    FakePcsc pcsc;
};

} // namespace madoguchi::test
