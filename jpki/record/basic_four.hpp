// 基本4情報: EF 0002 of 券面事項入力補助AP (card-interface reference, section 6.2).
#pragma once

#include "jpki/record/date.hpp"
#include "jpki/record/personal_text.hpp"
#include "jpki/record/sex.hpp"

namespace madoguchi::jpki {

struct BasicFourAttributes {
    PersonalText name;    // 氏名; family and given name separated by U+3000
    PersonalText address; // 住所
    BirthDate birth_date; // 生年月日
    Sex sex{};            // 性別
};

struct BasicFourRecord {
    BasicFourAttributes attributes;
    SecretBytes signed_part; // from the tag of 氏名 to the end of the object: what digest B covers
};

// Errors: structure (group Encoding): wrong tags, lengths, offsets; TextInvalid; ValueInvalid.
[[nodiscard]] Result<BasicFourRecord> parse_basic_four(ByteView file);

} // namespace madoguchi::jpki
