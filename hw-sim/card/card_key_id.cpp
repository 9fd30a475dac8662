#include "hw-sim/card/card_key_id.hpp"

#include "hal/base/contract.hpp"

#include <array>

namespace madoguchi::sim {

CardKeyId::CardKeyId(std::string_view authority, std::string_view generation) {
    MADOGUCHI_EXPECTS(authority.size() == 7 && generation.size() == 3);
    constexpr std::array<std::uint8_t, 2> separator{0x08, 0x05};
    constexpr std::array<std::uint8_t, 4> ending{0x00, 0x00, 0x00, 0x01};
    bytes_ = concatenate({as_bytes(authority), separator, as_bytes(generation), ending});
    MADOGUCHI_ENSURES(bytes_.size() == length);
}

} // namespace madoguchi::sim
