#include "jpki/record/presence_key.hpp"

#include "jpki/record/record_reader.hpp"

namespace madoguchi::jpki {

namespace {

constexpr std::uint32_t record_tag = 0xFF50;
constexpr std::uint32_t key_tag = 0xDF51;
constexpr std::uint32_t signature_tag = 0xDF52;

} // namespace

Result<PresenceKeyRecord> parse_presence_key(ByteView file) {
    apdu::BerTlvReader reader = MADOGUCHI_TRY(open_record(file, record_tag));
    const apdu::BerTlv key = MADOGUCHI_TRY(reader.expect(key_tag));
    const apdu::BerTlv signature = MADOGUCHI_TRY(reader.expect(signature_tag));
    MADOGUCHI_TRY(expect_end(reader));
    RsaPublicKey public_key = MADOGUCHI_TRY(parse_rsa_public_key(key.value));
    return PresenceKeyRecord{std::move(public_key), to_bytes(key.encoded),
                             to_bytes(signature.value)};
}

} // namespace madoguchi::jpki
