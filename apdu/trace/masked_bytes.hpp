// Bytes of which some are known by their number only: what a trace shows of a command or an answer.
// Written as hexadecimal digits with masked runs as their length in brackets: "7F4E04[2]9000".
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <string>
#include <vector>

namespace madoguchi::apdu {

class MaskedBytes {
public:
    void append(ByteView shown);
    void append_masked(std::size_t count);

    [[nodiscard]] std::size_t size() const noexcept { return bytes_.size(); }
    // Masked bytes are zero here: their values never came in.
    [[nodiscard]] const Bytes& bytes() const noexcept { return bytes_; }
    [[nodiscard]] bool is_masked(std::size_t index) const { return masked_[index]; }

    // Whether bytes of this length and these shown values came here.
    [[nodiscard]] bool could_be(ByteView other) const noexcept;

    [[nodiscard]] std::string to_text() const;
    // Contract of size: `largest` caps what brackets may promise. Errors: SyntaxInvalid, TooLarge.
    [[nodiscard]] static Result<MaskedBytes> parse(std::string_view text, std::size_t largest);

    bool operator==(const MaskedBytes&) const = default;

private:
    Bytes bytes_;
    std::vector<bool> masked_; // as long as bytes_
};

} // namespace madoguchi::apdu
