// The PC/SC functions that we use, as a table that tests replace. Lengths come back beside the code
// and mean something only after Success (docs/pcsc.md).
#pragma once

#include "drivers/pcsc/scard_code.hpp"
#include "hal/base/bytes.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace madoguchi::drivers {

enum class ScardContext : long {};
enum class ScardCard : long {};
enum class ScardProtocol : std::uint8_t { T0 = 1, T1 = 2 };
enum class ScardDisposition : std::uint8_t { Leave = 0, Reset = 1, Unpower = 2 };

struct ScardEstablished {
    ScardCode code;
    ScardContext context{};
};
struct ScardConnected {
    ScardCode code;
    ScardCard card{};
    ScardProtocol protocol = ScardProtocol::T1;
};
struct ScardLength {
    ScardCode code;
    std::size_t length = 0; // as the daemon gave it: may exceed the buffer
};

// One reader in a status change call. The bits are those of SCARD_READERSTATE, with pcsc-lite's
// event counter in the upper half.
struct ScardReaderStatus {
    std::string reader;
    std::uint32_t known = 0; // in: what we last saw
    std::uint32_t now = 0;   // out
};
namespace scard_state {
inline constexpr std::uint32_t unaware = 0x0000;
inline constexpr std::uint32_t changed = 0x0002;
inline constexpr std::uint32_t unknown = 0x0004;
inline constexpr std::uint32_t present = 0x0020;
} // namespace scard_state

struct ScardTable {
    std::function<ScardEstablished()> establish_context;
    std::function<ScardCode(ScardContext)> release_context;
    // Ends a status change that another thread waits in; has no effect on any other call.
    std::function<ScardCode(ScardContext)> cancel;
    // Fills names with NUL-ended reader names and one more NUL; an empty span asks for the length.
    std::function<ScardLength(ScardContext, std::span<char> names)> list_readers;
    std::function<ScardCode(ScardContext, std::chrono::milliseconds timeout,
                            std::span<ScardReaderStatus>)>
        get_status_change;
    // Shared mode, T=0 or T=1.
    std::function<ScardConnected(ScardContext, const std::string& reader)> connect;
    std::function<ScardCode(ScardCard, ScardDisposition)> disconnect;
    std::function<ScardCode(ScardCard)> begin_transaction;
    std::function<ScardCode(ScardCard, ScardDisposition)> end_transaction;
    std::function<ScardLength(ScardCard, ScardProtocol, ByteView command,
                              std::span<std::uint8_t> answer)>
        transmit;
    // The answer to reset.
    std::function<ScardLength(ScardCard, std::span<std::uint8_t> answer_to_reset)> status;
};

// The system's own libpcsclite.
[[nodiscard]] std::shared_ptr<const ScardTable> system_scard_table();

} // namespace madoguchi::drivers
