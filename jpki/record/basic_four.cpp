#include "jpki/record/basic_four.hpp"

#include "jpki/record/record_reader.hpp"

namespace madoguchi::jpki {

namespace {

constexpr std::uint32_t record_tag = 0xFF20;
constexpr std::uint32_t offsets_tag = 0xDF21;
constexpr std::uint32_t name_tag = 0xDF22;
constexpr std::uint32_t address_tag = 0xDF23;
constexpr std::uint32_t birth_date_tag = 0xDF24;
constexpr std::uint32_t sex_tag = 0xDF25;

} // namespace

Result<BasicFourRecord> parse_basic_four(ByteView file) {
    apdu::BerTlvReader reader = MADOGUCHI_TRY(open_record(file, record_tag));
    const apdu::BerTlv offsets = MADOGUCHI_TRY(reader.expect(offsets_tag));
    const ByteView signed_part = reader.rest();
    const apdu::BerTlv name = MADOGUCHI_TRY(reader.expect(name_tag));
    const apdu::BerTlv address = MADOGUCHI_TRY(reader.expect(address_tag));
    const apdu::BerTlv birth_date = MADOGUCHI_TRY(reader.expect(birth_date_tag));
    const apdu::BerTlv sex = MADOGUCHI_TRY(reader.expect(sex_tag));
    MADOGUCHI_TRY(expect_end(reader));
    MADOGUCHI_TRY(check_offsets(offsets.value, file, {name, address, birth_date, sex}));
    PersonalText name_text = MADOGUCHI_TRY(PersonalText::from_utf8(name.value));
    PersonalText address_text = MADOGUCHI_TRY(PersonalText::from_utf8(address.value));
    const BirthDate born = MADOGUCHI_TRY(parse_birth_date(birth_date.value));
    const Sex parsed_sex = MADOGUCHI_TRY(parse_sex(sex.value));
    return BasicFourRecord{{std::move(name_text), std::move(address_text), born, parsed_sex},
                           SecretBytes(signed_part)};
}

} // namespace madoguchi::jpki
