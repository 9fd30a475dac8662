#include "jpki/record/input_support_signature.hpp"

#include "jpki/record/record_reader.hpp"

namespace madoguchi::jpki {

namespace {

constexpr std::uint32_t record_tag = 0xFF30;
constexpr std::uint32_t other_digest_tag = 0xDF31;
constexpr std::uint32_t basic_four_digest_tag = 0xDF32;
constexpr std::uint32_t signature_tag = 0xDF33;
constexpr std::size_t digest_size = 32;
constexpr std::size_t provisional_digest_size = 48;

} // namespace

Result<InputSupportSignature> parse_input_support_signature(ByteView file) {
    apdu::BerTlvReader reader = MADOGUCHI_TRY(open_record(file, record_tag));
    const apdu::BerTlv other = MADOGUCHI_TRY(expect_sized(reader, other_digest_tag, digest_size));
    const apdu::BerTlv digest =
        MADOGUCHI_TRY(expect_sized(reader, basic_four_digest_tag, digest_size));
    const apdu::BerTlv signature = MADOGUCHI_TRY(reader.expect(signature_tag));
    MADOGUCHI_TRY(expect_end(reader));
    return InputSupportSignature{to_bytes(digest.value),
                                 concatenate({other.encoded, digest.encoded}),
                                 to_bytes(signature.value)};
}

Result<InputSupportSignature> parse_provisional_basic_four_signature(ByteView file) {
    apdu::BerTlvReader reader = MADOGUCHI_TRY(open_record(file, record_tag));
    const apdu::BerTlv digest =
        MADOGUCHI_TRY(expect_sized(reader, basic_four_digest_tag, provisional_digest_size));
    const apdu::BerTlv signature = MADOGUCHI_TRY(reader.expect(signature_tag));
    MADOGUCHI_TRY(expect_end(reader));
    return InputSupportSignature{to_bytes(digest.value), to_bytes(digest.encoded),
                                 to_bytes(signature.value)};
}

} // namespace madoguchi::jpki
