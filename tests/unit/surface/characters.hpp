// Text as a network gives it: one entry a UTF-8 character.
#pragma once

#include "surface/text/text_reader.hpp"

#include <string_view>

namespace madoguchi::surface {

// The given one is less sure than the others.
inline Characters characters(std::string_view text, std::size_t unsure = 99) {
    Characters result;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80) {
            result.push_back({{}, result.size() == unsure ? 0.25F : 0.9F});
        }
        result.back().text += byte;
    }
    return result;
}

} // namespace madoguchi::surface
