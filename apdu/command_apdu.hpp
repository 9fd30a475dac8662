// Command APDU: ISO/IEC 7816-3 clause 12.1 (cases 1 to 4, short and extended), fields of 7816-4.
// Fields are kept and encoded late, because length coding depends on the reader and card in use.
#pragma once

#include "apdu/apdu_limits.hpp"
#include "apdu/identifiers.hpp"
#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <cstdint>
#include <optional>

namespace madoguchi::apdu {

struct CommandHeader {
    std::uint8_t cla = 0;
    std::uint8_t ins = 0;
    std::uint8_t p1 = 0;
    std::uint8_t p2 = 0;

    constexpr bool operator==(const CommandHeader&) const noexcept = default;
};

// How Lc and Le are coded: the short form where it suffices, or the extended form in any case.
enum class LengthForm : std::uint8_t { WhatSuffices, Extended };

struct CommandApdu {
    CommandHeader header;
    Bytes data;                                 // Nc = data.size(); empty: no Lc field
    std::optional<std::size_t> expected_length; // Ne, 1 to 65536; absent: no Le field

    // Errors: TooLarge when data or expected_length fits no form that the limits allow, or the
    // whole is longer than the reader takes.
    [[nodiscard]] Result<Bytes> encode(const ApduLimits& limits,
                                       LengthForm form = LengthForm::WhatSuffices) const;

    // The reverse, for whoever plays the card.
    // Errors: Truncated (fewer than four bytes), LengthInvalid (Lc, Le and size disagree).
    [[nodiscard]] static Result<CommandApdu> decode(ByteView encoded);

    bool operator==(const CommandApdu&) const = default;
};

// A command whose data must not leave memory. It is encoded into wiped memory, sent once and never
// repeated.
class SecretCommand {
public:
    // Contract: 1 <= data.size() <= 255.
    SecretCommand(CommandHeader header, const SecretBytes& data);

    [[nodiscard]] const CommandHeader& header() const noexcept { return header_; }
    [[nodiscard]] ByteView reveal_encoded() const noexcept { return encoded_.reveal(); }

private:
    CommandHeader header_;
    SecretBytes encoded_;
};

// The commands of ISO/IEC 7816-4 that need no secret.
namespace command {

// SELECT by DF name, no answer data wanted (P2 = 0C): clause 11.2.2. The form that every client of
// this card uses.
[[nodiscard]] CommandApdu select_application(const Aid& aid);
// SELECT an elementary file under the current application (P1 = 02, P2 = 0C).
[[nodiscard]] CommandApdu select_file(FileId file);
// READ BINARY of the current file. Contract: offset <= 0x7FFF, 1 <= length <= 65536.
[[nodiscard]] CommandApdu read_binary(std::size_t offset, std::size_t length);
// READ BINARY that selects by short identifier. Contract: offset <= 255, 1 <= length <= 65536.
[[nodiscard]] CommandApdu read_binary(ShortFileId file, std::size_t offset, std::size_t length);
// READ RECORD by number from the file with this short identifier: clause 11.4.3.
[[nodiscard]] CommandApdu read_record(ShortFileId file, std::uint8_t record, std::size_t length);
// GET DATA of a two-byte tag: clause 11.5.3.
[[nodiscard]] CommandApdu get_data(std::uint16_t tag, std::size_t length);
// GET CHALLENGE: clause 11.6.3.
[[nodiscard]] CommandApdu get_challenge(std::size_t length);
// GET RESPONSE: clause 11.8.1. Always of the interindustry class, also after a proprietary command.
[[nodiscard]] CommandApdu get_response(std::size_t length);

} // namespace command

} // namespace madoguchi::apdu
