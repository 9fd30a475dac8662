// The card's files of fixed form: each refused, or holding only what its type promises.
#include "jpki/record/certificate_presence.hpp"
#include "jpki/record/common_card_record.hpp"
#include "jpki/record/date.hpp"
#include "jpki/record/era_date.hpp"
#include "jpki/record/rsa_public_key.hpp"
#include "jpki/record/sex.hpp"
#include "jpki/record/token_information.hpp"
#include "tests/fuzz/require.hpp"

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::jpki;

namespace {

bool is_all_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void check_dates(ByteView digits) {
    const auto day = parse_date(digits);
    const auto birth_date = parse_birth_date(digits);
    require(!day || (birth_date && complete_date(*birth_date) == *day));
    if (const auto era = day ? era_date(*day) : std::nullopt) {
        require(era->year >= 1 && !to_japanese(*era).empty());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    if (const auto token = parse_token_information(file)) {
        require(std::all_of(token->model.begin(), token->model.end(),
                            [](char c) { return c >= ' ' && c <= '~'; }));
    }
    if (const auto record = parse_common_card_record(file)) {
        require(is_all_digits(record->serial) && is_all_digits(record->municipality_code));
    }
    if (const auto key = parse_rsa_public_key(file)) {
        require(require_sound(*key).has_value());
    }
    if (const auto presence = parse_certificate_presence(file)) {
        require(!name_of(presence->signature).empty());
    }
    if (const auto sex = parse_sex(file)) {
        require(code_of(*sex).size() == 1);
    }
    check_dates(file);
    return 0;
}
