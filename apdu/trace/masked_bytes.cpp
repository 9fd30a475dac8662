#include "apdu/trace/masked_bytes.hpp"

#include <fmt/format.h>

#include <charconv>

namespace madoguchi::apdu {

namespace {

// The number that the whole text spells.
template <typename Number>
std::optional<Number> number_in(std::string_view text, int base) {
    Number number{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    const bool whole = fault == std::errc() && end == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

// "[12]": takes it off the text.
std::optional<std::size_t> take_masked_length(std::string_view& text) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) {
        return std::nullopt;
    }
    const auto count = number_in<std::size_t>(text.substr(1, end - 1), 10);
    text.remove_prefix(end + 1);
    return count;
}

std::optional<std::uint8_t> take_byte(std::string_view& text) {
    const auto byte = number_in<std::uint8_t>(text.substr(0, 2), 16);
    const bool whole = text.size() >= 2 && byte;
    text.remove_prefix(whole ? 2 : 0);
    return whole ? byte : std::nullopt;
}

} // namespace

void MaskedBytes::append(ByteView shown) {
    bytes_.insert(bytes_.end(), shown.begin(), shown.end());
    masked_.resize(bytes_.size(), false);
}

void MaskedBytes::append_masked(std::size_t count) {
    bytes_.resize(bytes_.size() + count);
    masked_.resize(bytes_.size(), true);
}

bool MaskedBytes::could_be(ByteView other) const noexcept {
    if (other.size() != bytes_.size()) {
        return false;
    }
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
        if (!masked_[i] && bytes_[i] != other[i]) {
            return false;
        }
    }
    return true;
}

std::string MaskedBytes::to_text() const {
    std::string text;
    for (std::size_t i = 0; i < bytes_.size();) {
        std::size_t end = i;
        while (end < bytes_.size() && masked_[end]) {
            ++end;
        }
        if (end > i) {
            text += fmt::format("[{}]", end - i);
            i = end;
        } else {
            text += fmt::format("{:02X}", bytes_[i++]);
        }
    }
    return text;
}

Result<MaskedBytes> MaskedBytes::parse(std::string_view text, std::size_t largest) {
    MaskedBytes parsed;
    while (!text.empty()) {
        std::size_t masked = 0;
        Bytes shown;
        if (text.front() == '[') {
            masked = take_masked_length(text).value_or(0);
        } else if (const auto byte = take_byte(text)) {
            shown.push_back(*byte);
        }
        if (masked + shown.size() == 0) {
            return fail(ErrorCode::SyntaxInvalid,
                        "bytes in a trace are pairs of hexadecimal digits or [length]");
        }
        if (masked + shown.size() > largest - parsed.size()) {
            return fail(ErrorCode::TooLarge, "a trace holds more bytes than any conversation");
        }
        parsed.append(shown);
        parsed.append_masked(masked);
    }
    return parsed;
}

} // namespace madoguchi::apdu
