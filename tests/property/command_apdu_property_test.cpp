#include "apdu/command_apdu.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

using namespace madoguchi;
using namespace madoguchi::apdu;

namespace {

// Lengths crowd where the coding changes.
rc::Gen<std::size_t> any_length(std::size_t smallest, std::size_t largest) {
    return rc::gen::oneOf(
        rc::gen::inRange<std::size_t>(smallest, 300),
        rc::gen::elementOf(std::vector<std::size_t>{smallest, 255, 256, 257, 65535, largest}),
        rc::gen::inRange<std::size_t>(smallest, largest + 1));
}

CommandApdu any_command() {
    const auto header = *rc::gen::arbitrary<std::array<std::uint8_t, 4>>();
    CommandApdu command{{header[0], header[1], header[2], header[3]}, {}, std::nullopt};
    command.data = Bytes(*any_length(0, ApduLimits::extended_data), header[3]);
    if (*rc::gen::arbitrary<bool>()) {
        command.expected_length = *any_length(1, ApduLimits::extended_answer);
    }
    return command;
}

constexpr ApduLimits extended{.extended_length = true};

} // namespace

TEST_CASE("properties of command APDUs") {
    rc::prop("what is encoded is decoded as it was", [] {
        const CommandApdu command = any_command();
        const auto encoded = command.encode(extended);
        RC_ASSERT(encoded.has_value());
        RC_ASSERT((CommandApdu::decode(*encoded) == command));
    });
    rc::prop("the short form is used exactly where it suffices", [] {
        const CommandApdu command = any_command();
        const bool suffices =
            command.data.size() <= 255 && command.expected_length.value_or(1) <= 256;
        const auto encoded = command.encode({});
        RC_ASSERT(encoded.has_value() == suffices);
        if (suffices) {
            RC_ASSERT(*encoded == *command.encode(extended));
            RC_ASSERT(encoded->size() <= 261U);
        }
    });
    rc::prop("bytes that decode at all mean the same when encoded again", [](Bytes bytes) {
        const auto command = CommandApdu::decode(bytes);
        if (command) {
            RC_ASSERT((CommandApdu::decode(*command->encode(extended)) == *command));
        } else {
            RC_ASSERT(command.error().group() == ErrorGroup::Encoding);
        }
    });
}
