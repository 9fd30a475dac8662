// Short words for the files that applications are made of.
#pragma once

#include "hw-sim/card/access_table.hpp"
#include "hw-sim/card/card_content.hpp"

namespace madoguchi::sim {

[[nodiscard]] inline CardFile transparent_file(apdu::FileId id, Bytes content,
                                               const AccessTable& table) {
    return {id, rule_for(id, table), TransparentFile{std::move(content)}};
}

[[nodiscard]] inline CardFile number_file(apdu::FileId id, NumberFile number) {
    return {id, AccessRule::never(), std::move(number)};
}

[[nodiscard]] inline CardFile signature_key_file(apdu::FileId id, const KeyPair& key,
                                                 const AccessTable& table) {
    return {id, rule_for(id, table), PrivateKeyFile{key, PrivateKeyFile::Use::Signature}};
}

[[nodiscard]] inline CardFile closed_file(std::uint16_t id) {
    return {apdu::FileId(id), AccessRule::never(), ClosedFile{}};
}

// 照合番号 and 生年月日: ten tries, never changed.
[[nodiscard]] inline NumberFile comparison_number(std::string name, std::string value) {
    const std::size_t length = value.size();
    return {std::move(name), std::move(value), 10, 10, length, length, ChangeCommand::None};
}

// A four-digit PIN: three tries.
[[nodiscard]] inline NumberFile four_digit_pin(std::string name, std::string value,
                                               ChangeCommand change) {
    return {std::move(name), std::move(value), 3, 3, 4, 4, change};
}

} // namespace madoguchi::sim
