// One exchange with a card as the link sees it: which command, how many bytes each way. Never data.
#pragma once

#include "apdu/command_apdu.hpp"

#include <cstddef>
#include <cstdint>

namespace madoguchi::sim {

struct Exchange {
    apdu::CommandHeader header;
    std::size_t command_bytes = 0; // whole command APDU
    std::size_t answer_bytes = 0;  // whole response APDU

    bool operator==(const Exchange&) const = default;
};

// A command shorter than a header counts with zeros in place of what it lacks.
[[nodiscard]] Exchange exchange_of(ByteView command, ByteView answer) noexcept;

// Commands that take a chip about the same time.
enum class CommandKind : std::uint8_t {
    SelectApplication,
    SelectFile,
    Read,            // READ BINARY, READ RECORD, GET DATA, GET RESPONSE
    AskRetryCounter, // VERIFY without data
    Verify,          // VERIFY with data
    ChangeNumber,    // CHANGE REFERENCE DATA, and its JICSAP form
    GetChallenge,    // GET CHALLENGE
    PrivateKey,      // COMPUTE DIGITAL SIGNATURE, INTERNAL AUTHENTICATE
    Other,
};

[[nodiscard]] CommandKind kind_of(const Exchange& exchange) noexcept;

} // namespace madoguchi::sim
