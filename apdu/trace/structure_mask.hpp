// Shows of a file that holds one BER-TLV object its tags and lengths, never a value, piece by piece
// as the file is read.
#pragma once

#include "apdu/trace/masked_bytes.hpp"

#include <cstdint>

namespace madoguchi::apdu {

// Shows bytes only while they are the tag and length fields of the promised outermost object and of
// objects that lie whole inside constructed ones. From the first byte that fits nothing on, and
// behind the outermost object, all is masked: what is out of step could be anybody's data.
class StructureMask {
public:
    // The tag as coded, one to three bytes.
    explicit StructureMask(ByteView outermost_tag) : outermost_tag_(to_bytes(outermost_tag)) {}

    // The next bytes of the file, masked onto the end of `shown`.
    void append_to(MaskedBytes& shown, ByteView next);

private:
    void accept(MaskedBytes& shown, std::uint8_t byte);
    [[nodiscard]] bool accept_tag(std::uint8_t byte);
    [[nodiscard]] bool accept_length(std::uint8_t byte);
    [[nodiscard]] bool begin_value();
    void leave_finished_objects();
    void count_one_byte();

    enum class Field : std::uint8_t { Tag, Length, Value, Nothing };

    Bytes outermost_tag_;
    Field field_ = Field::Tag;
    Bytes tag_;
    Bytes length_;
    std::size_t value_left_ = 0;
    std::vector<std::size_t> left_in_; // bytes left in each open constructed object, innermost last
};

} // namespace madoguchi::apdu
