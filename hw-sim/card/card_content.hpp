// What is on a card, as data: applications, files, keys and who may use them.
#pragma once

#include "apdu/identifiers.hpp"
#include "hw-sim/card/key_pair.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace madoguchi::sim {

// Who may read a file or use a key: everyone, nobody, or whoever has verified one of these numbers
// of the same application.
struct AccessRule {
    enum class Kind : std::uint8_t { Free, Never, AnyOf };
    Kind kind = Kind::Free;
    std::vector<apdu::FileId> numbers; // key files, for AnyOf

    [[nodiscard]] static AccessRule free() { return {}; }
    [[nodiscard]] static AccessRule never() { return {Kind::Never, {}}; }
    [[nodiscard]] static AccessRule any_of(std::vector<apdu::FileId> numbers) {
        return {Kind::AnyOf, std::move(numbers)};
    }
};

// The whole physical file, filler included.
struct TransparentFile {
    Bytes content;
};

struct RecordFile {
    std::vector<Bytes> records; // each one simple TLV object
};

// Which command changes a number: 00 24 01 (公的個人認証, 券面事項入力補助), 80 32 00 (住基, 共通).
enum class ChangeCommand : std::uint8_t { None, Iso, Jicsap };

// A PIN or other number with its limit; value and tries left are the NumberStore's.
struct NumberFile {
    std::string name; // unique on the card, for the store and for observations
    std::string value;
    std::uint8_t maximum_tries = 3;
    std::uint8_t tries_as_issued = 3;
    std::size_t shortest = 4;
    std::size_t longest = 4;
    ChangeCommand change = ChangeCommand::None;
};

struct PrivateKeyFile {
    enum class Use : std::uint8_t { Signature, InternalAuthentication };
    KeyPair key;
    Use use = Use::Signature;
};

// A key file that exists and answers probes, and does nothing for anybody.
struct ClosedFile {};

struct CardFile {
    apdu::FileId id;
    AccessRule access;
    std::variant<TransparentFile, RecordFile, NumberFile, PrivateKeyFile, ClosedFile> content;
    std::optional<std::uint8_t> short_id = std::nullopt; // nothing: the low five bits of id
};

struct CardApplication {
    apdu::Aid aid;
    std::vector<CardFile> files;
    std::optional<apdu::FileId> default_key; // what P2 = 00 of the key commands means
    Bytes control_information = {};          // given by SELECT on demand, behind the name
};

// Stands for the master file, which has no name to be selected by.
inline constexpr apdu::Aid master_file_name(std::array<std::uint8_t, 5>{0x3F, 0x00, 0, 0, 0});

struct CardContent {
    Bytes answer_to_reset;
    std::vector<CardApplication> applications;       // in the order of "next occurrence"
    std::map<std::uint16_t, Bytes> data_objects;     // GET DATA with no application selected
    std::vector<std::uint16_t> objects_of_any_level; // of these, also with one selected
    // Current after power-on and by SELECT of 3F00; a My Number card has none.
    std::optional<CardApplication> master_file = std::nullopt;
    bool has_security_domain = true; // of GlobalPlatform
    bool knows_commands = true;      // false: 6A82 to SELECT, 6D00 to all else
};

} // namespace madoguchi::sim
