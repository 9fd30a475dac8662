// Bytes from a terminal, as the simulated card gets them: refused, or a command that means the same
// when it is encoded again.
#include "apdu/command_apdu.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::apdu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto command = CommandApdu::decode(ByteView(data, size));
    if (!command) {
        return 0;
    }
    const auto encoded = command->encode({.extended_length = true});
    if (!encoded) {
        std::abort();
    }
    const auto again = CommandApdu::decode(*encoded);
    if (!again || !(*again == *command)) {
        std::abort();
    }
    return 0;
}
