#include "apdu/trace/structure_mask.hpp"

#include <algorithm>

namespace madoguchi::apdu {

namespace {

constexpr std::size_t longest_tag = 3;
constexpr std::size_t longest_length_field = 5;
constexpr std::size_t deepest = 8;

bool tag_goes_on(ByteView tag) {
    constexpr std::uint8_t low_bits = 0x1F;
    constexpr std::uint8_t more = 0x80;
    return tag.size() == 1 ? (tag[0] & low_bits) == low_bits : (tag.back() & more) != 0;
}

bool is_constructed(ByteView tag) {
    return (tag[0] & 0x20U) != 0;
}

} // namespace

void StructureMask::append_to(MaskedBytes& shown, ByteView next) {
    while (!next.empty()) {
        if (field_ == Field::Nothing) {
            shown.append_masked(next.size());
            return;
        }
        if (field_ == Field::Value) {
            const std::size_t count = std::min(value_left_, next.size());
            shown.append_masked(count);
            value_left_ -= count;
            next = next.subspan(count);
            leave_finished_objects();
        } else {
            accept(shown, next.front());
            next = next.subspan(1);
        }
    }
}

// One byte of a tag or length field.
void StructureMask::accept(MaskedBytes& shown, std::uint8_t byte) {
    const bool inside = left_in_.empty() || left_in_.back() > 0;
    if (!inside || !(field_ == Field::Tag ? accept_tag(byte) : accept_length(byte))) {
        field_ = Field::Nothing;
        shown.append_masked(1);
        return;
    }
    shown.append(ByteView(&byte, 1));
}

bool StructureMask::accept_tag(std::uint8_t byte) {
    const bool outermost = left_in_.empty();
    if (outermost && byte != outermost_tag_[tag_.size()]) {
        return false;
    }
    count_one_byte();
    tag_.push_back(byte);
    if (outermost ? tag_.size() < outermost_tag_.size() : tag_goes_on(tag_)) {
        return tag_.size() < longest_tag;
    }
    field_ = Field::Length;
    return true;
}

bool StructureMask::accept_length(std::uint8_t byte) {
    constexpr std::uint8_t long_form = 0x80;
    count_one_byte();
    length_.push_back(byte);
    const std::size_t field_length =
        length_[0] < long_form ? 1U : 1U + (length_[0] & ~unsigned{long_form});
    if (length_[0] == long_form || field_length > longest_length_field) {
        return false;
    }
    return length_.size() < field_length || begin_value();
}

bool StructureMask::begin_value() {
    const ByteView number = length_.size() == 1 ? ByteView(length_) : ByteView(length_).subspan(1);
    const auto length = static_cast<std::size_t>(big_endian(number));
    const bool constructed = is_constructed(tag_);
    if (!left_in_.empty() && length > left_in_.back()) {
        return false;
    }
    if (!left_in_.empty()) {
        left_in_.back() -= length; // the whole object is spoken for
    }
    tag_.clear();
    length_.clear();
    if (constructed) {
        left_in_.push_back(length);
        field_ = Field::Tag;
    } else {
        value_left_ = length;
        field_ = Field::Value;
    }
    leave_finished_objects();
    return left_in_.size() <= deepest;
}

void StructureMask::leave_finished_objects() {
    if (field_ == Field::Value && value_left_ > 0) {
        return;
    }
    while (!left_in_.empty() && left_in_.back() == 0) {
        left_in_.pop_back();
    }
    field_ = left_in_.empty() ? Field::Nothing : Field::Tag;
}

void StructureMask::count_one_byte() {
    if (!left_in_.empty()) {
        --left_in_.back();
    }
}

} // namespace madoguchi::apdu
