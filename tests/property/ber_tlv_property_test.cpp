#include "apdu/ber_tlv.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>
#include <rapidcheck/catch.h>

using namespace madoguchi;
using namespace madoguchi::apdu;

namespace {

struct Object {
    Bytes tag;
    Bytes value;
    std::size_t length_digits; // 0 for the one-byte form
};

Bytes encode(const Object& object) {
    Bytes bytes = object.tag;
    if (object.length_digits == 0) {
        bytes.push_back(static_cast<std::uint8_t>(object.value.size()));
    } else {
        bytes.push_back(static_cast<std::uint8_t>(0x80U | object.length_digits));
        for (std::size_t digit = object.length_digits; digit > 0; --digit) {
            bytes.push_back(
                static_cast<std::uint8_t>(object.value.size() >> (8 * (digit - 1)) & 0xFFU));
        }
    }
    return concatenate({bytes, object.value});
}

Object any_object() {
    const auto tag = *rc::gen::elementOf(std::vector<Bytes>{
        {0x04}, {0x30}, {0x80}, {0x5F, 0x25}, {0xDF, 0x21}, {0xFF, 0x10}, {0xDF, 0x81, 0x01}});
    const auto size = *rc::gen::inRange<std::size_t>(0, 400);
    const std::size_t fewest = size < 0x80 ? 0 : size < 0x100 ? 1 : 2;
    return {tag, Bytes(size, *rc::gen::arbitrary<std::uint8_t>()),
            *rc::gen::inRange<std::size_t>(fewest, 5)};
}

bool is_inside(ByteView part, ByteView whole) {
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

void check_reading_of(const Bytes& bytes, TlvRules rules) {
    BerTlvReader reader(bytes, rules);
    while (!reader.at_end()) {
        const ByteView before = reader.rest();
        const auto object = reader.next();
        if (!object) {
            RC_ASSERT(reader.rest().size() == before.size());
            return;
        }
        RC_ASSERT(object->encoded.data() == before.data());
        RC_ASSERT(object->encoded.size() + reader.rest().size() == before.size());
        RC_ASSERT(is_inside(object->encoded, bytes));
        RC_ASSERT(is_inside(object->value, object->encoded));
    }
}

} // namespace

TEST_CASE("properties of data objects") {
    rc::prop("what is read and what is left are the input, and views stay inside", [](Bytes bytes) {
        check_reading_of(bytes, TlvRules::Tolerant);
        check_reading_of(bytes, TlvRules::Strict);
    });
    rc::prop("objects are read as they were written, in order", [] {
        const auto count = *rc::gen::inRange(0, 20);
        std::vector<Object> objects;
        Bytes bytes;
        for (int i = 0; i < count; ++i) {
            objects.push_back(any_object());
            bytes = concatenate({bytes, encode(objects.back())});
        }
        BerTlvReader reader(bytes);
        for (const Object& written : objects) {
            const auto read = reader.next();
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->tag == big_endian(written.tag));
            RC_ASSERT(same_bytes(read->value, written.value));
        }
        RC_ASSERT(reader.at_end());
    });
    rc::prop("what strict rules accept, tolerant rules read alike", [] {
        const Bytes bytes = encode(any_object());
        const auto strict = BerTlvReader(bytes, TlvRules::Strict).next();
        const auto tolerant = BerTlvReader(bytes, TlvRules::Tolerant).next();
        RC_ASSERT(tolerant.has_value());
        if (strict) {
            RC_ASSERT(strict->tag == tolerant->tag);
            RC_ASSERT(same_bytes(strict->value, tolerant->value));
        }
    });
    rc::prop("a header states exactly the length of its object", [] {
        const Bytes bytes = encode(any_object());
        RC_ASSERT((declared_object_length(bytes) == bytes.size()));
    });
    rc::prop("a cut object is truncated, wherever it is cut", [] {
        const Bytes bytes = encode(any_object());
        const auto size = *rc::gen::inRange<std::size_t>(0, bytes.size());
        const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        const auto object = BerTlvReader(cut).next();
        RC_ASSERT((!object && object.error().code() == ErrorCode::Truncated));
    });
}
