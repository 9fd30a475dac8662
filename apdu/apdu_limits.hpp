// How long commands and answers may be: what card and reader together carry in one exchange
// (ISO/IEC 7816-3 clause 12.1.3).
#pragma once

#include "hal/card_reader.hpp"

#include <algorithm>
#include <cstddef>

namespace madoguchi::apdu {

struct ApduLimits {
    static constexpr std::size_t short_data = 255;
    static constexpr std::size_t short_answer = 256;
    static constexpr std::size_t extended_data = 65535;
    static constexpr std::size_t extended_answer = 65536;
    static constexpr std::size_t extended_command = 4 + 3 + extended_data + 2;
    static constexpr std::size_t status_word_size = 2;

    bool extended_length = false;
    std::size_t longest_command = extended_command;    // whole command APDU
    std::size_t longest_answer_data = extended_answer; // without the status word

    [[nodiscard]] static constexpr ApduLimits of(const hal::TransferLimits& reader) noexcept {
        const std::size_t answer = std::max(reader.longest_answer, status_word_size + 1);
        return {reader.extended_length, reader.longest_command, answer - status_word_size};
    }

    // What a frame of ISO/IEC 14443-4 carries beside the status word: of 256 bytes (FSC of every
    // known card, reference section 2.1) prologue and checksum take three.
    static constexpr std::size_t answer_in_one_frame = 256 - 3 - status_word_size;

    // Le that asks for as much as fits one exchange.
    [[nodiscard]] constexpr std::size_t longest_answer() const noexcept {
        return std::min(extended_length ? extended_answer : short_answer, longest_answer_data);
    }

    // Le for the next part of something that is `wanted` bytes long, with the fewest exchanges: a
    // short answer only as long as one frame carries, where that takes no exchange more.
    [[nodiscard]] constexpr std::size_t next_answer(std::size_t wanted) const noexcept {
        const std::size_t longest = longest_answer();
        if (wanted <= longest || longest > short_answer || longest <= answer_in_one_frame) {
            return std::min(wanted, longest);
        }
        const std::size_t exchanges = (wanted + longest - 1) / longest;
        return exchanges * answer_in_one_frame >= wanted ? answer_in_one_frame : longest;
    }
};

} // namespace madoguchi::apdu
