// What a hostile file may do to a reader of data objects: it is refused, quickly, and no byte
// outside it is read.
#include "apdu/ber_tlv.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <ctime>
#include <optional>

using namespace madoguchi;
using namespace madoguchi::apdu;
using test::hex;

namespace {

// Four objects in FF20, two more in its FF22; lengths of one and two bytes, tags of one to
// three.
const Bytes record =
    hex("FF20 19 DF21 02 0001 DF8101 02 AABB FF22 08 DF23 81 01 CC 0401DD 5F25 00");
constexpr std::size_t outer_length = 2;  // where the length byte of FF20 stands
constexpr std::size_t inner_length = 16; // and that of FF22

// Walks everything, as deep as it goes, without recursion. Nothing: all is well.
std::optional<ErrorCode> walk(ByteView bytes, TlvRules rules = TlvRules::Tolerant) {
    std::vector<BerTlvReader> open{BerTlvReader(bytes, rules)};
    while (!open.empty()) {
        if (open.back().at_end()) {
            open.pop_back();
            continue;
        }
        const auto object = open.back().next();
        if (!object) {
            return object.error().code();
        }
        if (object->is_constructed()) {
            auto inside = open.back().enter(*object);
            if (!inside) {
                return inside.error().code();
            }
            open.push_back(*std::move(inside));
        }
    }
    return std::nullopt;
}

// A copy on the heap of exactly this size: reading one byte too many is an error of its own.
Bytes exactly(ByteView bytes) {
    return Bytes(bytes.begin(), bytes.end());
}

Bytes nested(std::size_t depth) {
    Bytes bytes;
    while (depth-- > 0) {
        const std::size_t size = bytes.size();
        Bytes header = hex("3083");
        for (const unsigned shift : {16U, 8U, 0U}) {
            header.push_back(static_cast<std::uint8_t>((size >> shift) & 0xFFU));
        }
        bytes.insert(bytes.begin(), header.begin(), header.end());
    }
    return bytes;
}

// Computing time, not time on the clock: other programs run beside this one.
double seconds_of(const auto& code) {
    const std::clock_t start = std::clock();
    code();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

TEST_CASE("the record of these tests is well-formed") {
    CHECK_FALSE(walk(record));
}

TEST_CASE("a record cut at any byte is truncated") {
    for (std::size_t size = 1; size < record.size(); ++size) {
        INFO(size);
        CHECK(walk(exactly(ByteView(record).first(size))) == ErrorCode::Truncated);
    }
}

TEST_CASE("a sequence cut at any byte is truncated, except between its objects") {
    const ByteView sequence = ByteView(record).subspan(3);
    for (std::size_t size = 1; size < sequence.size(); ++size) {
        INFO(size);
        const bool between = size == 5 || size == 11 || size == 22;
        CHECK(walk(exactly(sequence.first(size))) ==
              (between ? std::nullopt : std::optional(ErrorCode::Truncated)));
    }
}

TEST_CASE("the length of a constructed object that lies by one is refused") {
    for (const std::size_t position : {outer_length, inner_length}) {
        for (const int lie : {-1, +1}) {
            Bytes bytes = record;
            bytes[position] = static_cast<std::uint8_t>(bytes[position] + lie);
            INFO(position << " " << lie);
            CHECK(walk(exactly(bytes)) == ErrorCode::Truncated);
        }
    }
}

TEST_CASE("any single byte of any value is survived") {
    for (std::size_t position = 0; position < record.size(); ++position) {
        for (unsigned value = 0; value <= 0xFF; ++value) {
            Bytes bytes = record;
            bytes[position] = static_cast<std::uint8_t>(value);
            (void)walk(bytes, TlvRules::Tolerant);
            (void)walk(bytes, TlvRules::Strict);
        }
    }
}

TEST_CASE("every beginning of three bytes is either an object or a refusal, inside its bytes") {
    for (unsigned start = 0; start <= 0xFFFFFF; start += 251) { // 251 is prime: all bytes occur
        const Bytes bytes{static_cast<std::uint8_t>(start >> 16U),
                          static_cast<std::uint8_t>(start >> 8U), static_cast<std::uint8_t>(start)};
        BerTlvReader reader(bytes);
        const auto object = reader.next();
        if (object) {
            REQUIRE(object->encoded.size() + reader.rest().size() == bytes.size());
        } else {
            REQUIRE(object.error().group() == ErrorGroup::Encoding);
            REQUIRE(reader.rest().size() == bytes.size());
        }
    }
}

TEST_CASE("nesting of ten thousand levels stops at the limit") {
    const Bytes bytes = nested(10'000);
    std::optional<ErrorCode> refusal;
    CHECK(seconds_of([&] { refusal = walk(bytes); }) < 0.005);
    CHECK(refusal == ErrorCode::TooDeep);
    CHECK_FALSE(walk(nested(8)));
    CHECK(walk(nested(9)) == ErrorCode::TooDeep);
}

TEST_CASE("ten thousand empty objects stop at the limit, over all levels together") {
    Bytes empty;
    for (int i = 0; i < 10'000; ++i) {
        empty.push_back(0x04);
        empty.push_back(0x00);
    }
    std::optional<ErrorCode> refusal;
    CHECK(seconds_of([&] { refusal = walk(empty); }) < 0.005);
    CHECK(refusal == ErrorCode::TooManyElements);
    CHECK_FALSE(walk(ByteView(empty).first(2 * 512)));
    CHECK(walk(ByteView(empty).first(2 * 513)) == ErrorCode::TooManyElements);

    const Bytes half = concatenate({hex("30 82 0200"), ByteView(empty).first(0x200)});
    CHECK(walk(half) == std::nullopt);
    CHECK(walk(concatenate({half, half})) == ErrorCode::TooManyElements);
}

TEST_CASE("limits are the caller's to narrow") {
    BerTlvReader one(record, TlvRules::Tolerant, {.depth = 0, .elements = 1});
    const auto object = one.next();
    REQUIRE(object);
    CHECK(one.enter(*object).error().code() == ErrorCode::TooDeep);
    CHECK(one.next().error().code() == ErrorCode::TooManyElements);
}

TEST_CASE("a failed look at the next object does not use up its place") {
    BerTlvReader reader(record, TlvRules::Tolerant, {.depth = 8, .elements = 2});
    CHECK_FALSE(reader.expect(0x30));
    CHECK(reader.expect(0xFF20));
}
