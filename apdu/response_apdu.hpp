// Response APDU: data and status word together, ISO/IEC 7816-3 clause 12.1.
#pragma once

#include "apdu/status_word.hpp"
#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

namespace madoguchi::apdu {

class ResponseApdu {
public:
    ResponseApdu(Bytes data, StatusWord status) : data_(std::move(data)), status_(status) {}

    // Splits what the card sent. Errors: Truncated when there are fewer than two bytes.
    [[nodiscard]] static Result<ResponseApdu> parse(ByteView received);

    [[nodiscard]] const Bytes& data() const& noexcept { return data_; }
    [[nodiscard]] Bytes&& data() && noexcept { return std::move(data_); }
    [[nodiscard]] StatusWord status() const noexcept { return status_; }

    // The bytes a card sends, for whoever plays the card.
    [[nodiscard]] Bytes encode() const;

private:
    Bytes data_;
    StatusWord status_;
};

// The error for a status word that nobody expected, with the code that fits its meaning.
[[nodiscard]] Error unexpected_status(StatusWord status, StaticText text,
                                      std::source_location where = std::source_location::current());

} // namespace madoguchi::apdu
