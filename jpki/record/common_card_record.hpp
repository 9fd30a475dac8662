// Record 1 of EF 0001 of 共通カードAP (card-interface reference, section 8). Readable without any
// number and not signed.
#pragma once

#include "jpki/record/date.hpp"

#include <string>

namespace madoguchi::jpki {

struct CommonCardRecord {
    std::string serial;            // 製造番号: 15 digits
    std::string municipality_code; // 市区町村コード: 5 digits
    CivilDate card_expiry;         // 有効期限
};

// Errors: LengthInvalid, TagUnexpected, ValueInvalid.
[[nodiscard]] Result<CommonCardRecord> parse_common_card_record(ByteView record);

} // namespace madoguchi::jpki
