// Identifier of a card-data key, 16 bytes: 7 ASCII digits, 08 05, 3 ASCII digits, 00 00 00, one
// last byte (reference, section 7.4).
#pragma once

#include "hal/base/bytes.hpp"

#include <string_view>

namespace madoguchi::sim {

class CardKeyId {
public:
    static constexpr std::size_t length = 16;

    // Contract: authority has 7 digits, generation 3.
    CardKeyId(std::string_view authority, std::string_view generation);

    [[nodiscard]] const Bytes& bytes() const noexcept { return bytes_; }

private:
    Bytes bytes_;
};

} // namespace madoguchi::sim
