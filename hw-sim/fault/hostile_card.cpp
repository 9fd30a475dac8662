#include "hw-sim/fault/hostile_card.hpp"

#include "apdu/command_apdu.hpp"
#include "hw-sim/fault/faulty_answer.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::sim {

namespace {

using enum HostileBehaviour;

constexpr std::array behaviours{
    NamedBehaviour{"endless-more-data", EndlessMoreData},
    NamedBehaviour{"more-data-without-data", MoreDataWithoutData},
    NamedBehaviour{"more-data-then-less", MoreDataThenLess},
    NamedBehaviour{"endless-exact-length", EndlessExactLength},
    NamedBehaviour{"longer-than-asked", LongerThanAsked},
    NamedBehaviour{"longest", Longest},
    NamedBehaviour{"warning-with-part", WarningWithPart},
    NamedBehaviour{"success-without-data", SuccessWithoutData},
    NamedBehaviour{"data-without-end", DataWithoutEnd},
    NamedBehaviour{"indefinite-length", IndefiniteLength},
    NamedBehaviour{"length-beyond-memory", LengthBeyondMemory},
    NamedBehaviour{"length-of-zero", LengthOfZero},
    NamedBehaviour{"length-beyond-file", LengthBeyondFile},
    NamedBehaviour{"other-header-each-time", OtherHeaderEachTime},
    NamedBehaviour{"something-behind", SomethingBehind},
    NamedBehaviour{"deeply-nested", DeeplyNested},
    NamedBehaviour{"empty-elements", EmptyElements},
    NamedBehaviour{"element-twice", ElementTwice},
};

constexpr std::uint8_t read_binary = 0xB0;
constexpr std::uint8_t get_response = 0xC0;
constexpr std::size_t many = 10000;

Bytes with_status(Bytes data, std::uint8_t sw1, std::uint8_t sw2) {
    data.push_back(sw1);
    data.push_back(sw2);
    return data;
}

// An object of `count` times the same bytes, with the tag of the honest file.
Bytes object_of(ByteView honest, ByteView element, std::size_t count) {
    Bytes file = to_bytes(honest.first((honest[0] & 0x1FU) == 0x1FU ? 2 : 1));
    const std::size_t length = element.size() * count;
    file.insert(file.end(), {0x82, static_cast<std::uint8_t>(length >> 8U),
                             static_cast<std::uint8_t>(length & 0xFFU)});
    for (std::size_t i = 0; i < count; ++i) {
        file.insert(file.end(), element.begin(), element.end());
    }
    return file;
}

bool begins_a_file(ByteView command) {
    return command[1] == read_binary && (command[2] & 0x80U) != 0;
}

std::size_t offset_of(ByteView command) {
    return begins_a_file(command) ? command[3] : big_endian(command.subspan(2, 2));
}

std::size_t expected_length(ByteView command) {
    const auto decoded = apdu::CommandApdu::decode(command);
    return decoded ? decoded->expected_length.value_or(0) : 0;
}

std::optional<LyingLength> lie_of(HostileBehaviour behaviour, std::size_t readings) {
    switch (behaviour) {
    case IndefiniteLength:
        return LyingLength::Indefinite;
    case LengthBeyondMemory:
        return LyingLength::LargerThanMemory;
    case LengthOfZero:
        return LyingLength::Zero;
    case LengthBeyondFile:
    case DataWithoutEnd:
        return LyingLength::LargerThanFile;
    case OtherHeaderEachTime:
        return readings % 2 == 0 ? LyingLength::OneMore : LyingLength::OneLess;
    default:
        return std::nullopt;
    }
}

} // namespace

std::span<const NamedBehaviour> all_hostile_behaviours() noexcept {
    return behaviours;
}

Bytes HostileCard::answer(ByteView command, Bytes honest) {
    if (command.size() < 4) {
        return honest;
    }
    const bool continues = command[1] == get_response && owes_data_;
    owes_data_ = false;
    if (continues && behaviour_ == MoreDataThenLess) {
        return with_status({0x5A}, 0x90, 0x00);
    }
    if (!continues && command[1] != read_binary) {
        return honest;
    }
    Bytes hostile = answer_reading(command, std::move(honest));
    ++readings_;
    owes_data_ = hostile[hostile.size() - 2] == 0x61;
    return hostile;
}

Bytes HostileCard::answer_reading(ByteView command, Bytes honest) {
    const std::size_t data = honest.size() - 2;
    switch (behaviour_) {
    case EndlessMoreData:
    case MoreDataThenLess:
        return with_status(Bytes(255, 0x5A), 0x61, 0xFF);
    case MoreDataWithoutData:
        return with_status({}, 0x61, 0xFF);
    case EndlessExactLength:
        return with_status({}, 0x6C, static_cast<std::uint8_t>(readings_ % 2 == 0 ? 0x10 : 0x20));
    case LongerThanAsked:
        return with_status(Bytes(expected_length(command) + 1, 0x5A), 0x90, 0x00);
    case Longest:
        return with_status(Bytes(65536, 0x5A), 0x90, 0x00);
    case WarningWithPart:
        honest.resize(data / 2);
        return with_status(std::move(honest), 0x62, 0x82);
    case SuccessWithoutData:
        return with_status({}, 0x90, 0x00);
    default:
        break;
    }
    if (data < 2) {
        return behaviour_ == DataWithoutEnd
                   ? with_status(Bytes(expected_length(command), 0x5A), 0x90, 0x00)
                   : honest;
    }
    honest.resize(data);
    return answer_with_file(command, std::move(honest));
}

Bytes HostileCard::answer_with_file(ByteView command, Bytes file) const {
    if (const auto lie = lie_of(behaviour_, readings_); lie && begins_a_file(command)) {
        return with_status(with_lying_header(std::move(file), *lie), 0x90, 0x00);
    }
    switch (behaviour_) {
    case DataWithoutEnd:
        file = Bytes(expected_length(command), 0x5A);
        break;
    case SomethingBehind:
        file.back() = 0x42;
        break;
    case DeeplyNested: // each level's length reaches far; the true end comes long before
        file = object_of(file, Bytes{0x30, 0x82, 0x4E, 0x20}, many / 2);
        break;
    case EmptyElements:
        file = object_of(file, Bytes{0x30, 0x00}, many);
        break;
    case ElementTwice:
        file = object_of(file, file, 2);
        break;
    default:
        break;
    }
    if (behaviour_ == DeeplyNested || behaviour_ == EmptyElements || behaviour_ == ElementTwice) {
        const std::size_t begin = std::min(offset_of(command), file.size());
        const std::size_t length = std::min(expected_length(command), file.size() - begin);
        file = to_bytes(ByteView(file).subspan(begin, length));
    }
    return with_status(std::move(file), 0x90, 0x00);
}

} // namespace madoguchi::sim
