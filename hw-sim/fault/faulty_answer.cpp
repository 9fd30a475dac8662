#include "hw-sim/fault/faulty_answer.hpp"

#include "hal/base/contract.hpp"

namespace madoguchi::sim {

namespace {

using enum FaultKind;

constexpr std::size_t status_size = 2;
constexpr std::size_t longest_answer_data = 65536;
constexpr std::uint8_t padding = 0x5A;

Bytes with_status(Bytes data, std::uint16_t status) {
    data.push_back(static_cast<std::uint8_t>(status >> 8U));
    data.push_back(static_cast<std::uint8_t>(status & 0xFFU));
    return data;
}

Bytes data_of(const Bytes& answer) {
    return {answer.begin(), answer.end() - status_size};
}

Bytes flipped(Bytes answer, FlipPlace place) {
    constexpr std::uint8_t one_bit = 0x10;
    const std::size_t data = answer.size() - status_size;
    switch (place) {
    case FlipPlace::FirstByte:
        answer.front() ^= one_bit;
        break;
    case FlipPlace::MiddleByte:
        answer[data / 2] ^= one_bit;
        break;
    case FlipPlace::LastByte:
        answer[data - 1] ^= one_bit;
        break;
    case FlipPlace::Sw1:
        answer[data] ^= one_bit;
        break;
    case FlipPlace::Sw2:
        answer[data + 1] ^= one_bit;
        break;
    }
    return answer;
}

Bytes longer(Bytes answer) {
    answer.insert(answer.end() - status_size, padding);
    return answer;
}

Bytes shorter(const Bytes& answer, std::size_t kept) {
    return with_status(to_bytes(ByteView(answer).first(kept)), 0x9000);
}

// Where the length field of the first data object stands, and how long it is.
struct LengthField {
    std::size_t place = 0;
    std::size_t size = 0;
};

LengthField length_field_of(ByteView data) {
    const std::size_t place = (data[0] & 0x1FU) == 0x1FU ? 2 : 1;
    const std::uint8_t first = data[place];
    return {place, first > 0x80 ? std::size_t{1} + (first & 0x7FU) : std::size_t{1}};
}

Bytes length_for(LyingLength length) {
    switch (length) {
    case LyingLength::Indefinite:
        return {0x80};
    case LyingLength::NotShortest:
        return {0x81, 0x05};
    case LyingLength::Zero:
        return {0x82, 0x00, 0x00};
    case LyingLength::LargerThanFile:
        return {0x82, 0x7F, 0xFF};
    case LyingLength::LargerThanMemory:
        return {0x84, 0xFF, 0xFF, 0xFF, 0xFF};
    case LyingLength::OneMore:
    case LyingLength::OneLess:
        break;
    }
    return {};
}

} // namespace

bool is_instead_of_execution(FaultKind kind) noexcept {
    return kind == StatusWord || kind == SuccessWithoutData || kind == EndlessMoreData ||
           kind == MoreDataWithoutData || kind == EndlessExactLength;
}

bool can_happen(const Fault& fault, const ObservedExchange& honest) noexcept {
    switch (fault.kind) {
    case HalfAnswer:
    case ShortAnswer:
        return honest.answer_data > 0;
    case FlippedBit:
        return fault.detail >= static_cast<std::uint16_t>(FlipPlace::Sw1) || honest.answer_data > 0;
    case LyingHeader:
        return honest.reads_from_beginning() && honest.answer_data >= 8;
    case StatusWord:
        return apdu::StatusWord(fault.detail) != honest.status || honest.answer_data > 0;
    case SuccessWithoutData:
        return honest.answer_data > 0 || !honest.status.is_success() || honest.verifies_with_data();
    default:
        return true;
    }
}

Bytes with_lying_header(Bytes data, LyingLength length) {
    constexpr std::size_t longest_header = 6;
    if (data.size() < longest_header) {
        return data;
    }
    const LengthField field = length_field_of(data);
    if (length == LyingLength::OneMore || length == LyingLength::OneLess) {
        std::uint8_t& last = data[field.place + field.size - 1];
        last = static_cast<std::uint8_t>(length == LyingLength::OneMore ? last + 1 : last - 1);
        return data;
    }
    const Bytes lie = length_for(length);
    const auto begin = data.begin() + static_cast<std::ptrdiff_t>(field.place);
    const auto kept = begin + static_cast<std::ptrdiff_t>(field.size);
    Bytes lying(data.begin(), begin);
    lying.insert(lying.end(), lie.begin(), lie.end());
    lying.insert(lying.end(), kept, data.end());
    lying.resize(data.size(), padding); // the answer's own length stays honest
    return lying;
}

Bytes faulty_answer(const Fault& fault, Bytes honest) {
    MADOGUCHI_EXPECTS(honest.size() >= status_size);
    const std::size_t data = honest.size() - status_size;
    switch (fault.kind) {
    case EmptyAnswer:
        return {};
    case OneByteAnswer:
        return {honest.back()};
    case OverLongAnswer:
        return with_status(Bytes(longest_answer_data, padding), 0x9000);
    case LongerThanAsked:
        return longer(std::move(honest));
    case HalfAnswer:
        return shorter(honest, data / 2);
    case ShortAnswer:
        return shorter(honest, data - 1);
    case FlippedBit:
        return flipped(std::move(honest), static_cast<FlipPlace>(fault.detail));
    case StatusWord:
        return with_status({}, fault.detail);
    case EndlessMoreData:
        return with_status(Bytes(255, padding), 0x61FF);
    case MoreDataWithoutData:
        return with_status({}, 0x61FF);
    case EndlessExactLength:
        return with_status({}, 0x6C10);
    case SuccessWithoutData:
        return with_status({}, 0x9000);
    case LyingHeader: {
        const apdu::StatusWord status(honest[data], honest[data + 1]);
        return with_status(
            with_lying_header(data_of(honest), static_cast<LyingLength>(fault.detail)),
            status.value());
    }
    default:
        return honest;
    }
}

} // namespace madoguchi::sim
