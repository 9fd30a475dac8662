// What a reader did to the card, for tests that must prove what was not done.
#pragma once

#include "apdu/identifiers.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace madoguchi::sim {

struct CardObservations {
    using Place = std::pair<std::string, std::uint16_t>; // AID in hexadecimal, file identifier

    std::set<Place> selected;              // SELECT, or named by short identifier in any command
    std::set<Place> read;                  // at least one byte was given out
    std::set<Place> used_keys;             // a private key computed something
    std::vector<Place> verified_with_data; // each VERIFY that carried a number, in order
    std::size_t commands = 0;

    [[nodiscard]] static Place place(const apdu::Aid& aid, apdu::FileId file) {
        return {to_hex(aid.bytes()), file.value()};
    }
    [[nodiscard]] bool was_selected(const apdu::Aid& aid, apdu::FileId file) const {
        return selected.count(place(aid, file)) != 0;
    }
    [[nodiscard]] bool was_read(const apdu::Aid& aid, apdu::FileId file) const {
        return read.count(place(aid, file)) != 0;
    }
};

} // namespace madoguchi::sim
