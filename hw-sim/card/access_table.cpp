#include "hw-sim/card/access_table.hpp"

#include "hw-sim/card/card_names.hpp"

#include <algorithm>

namespace madoguchi::sim {

const AccessTable& jpki_access() {
    using namespace jpki_file;
    static const AccessTable table{
        {signature_password, {signature_certificate, signature_key}},
        {authentication_pin, {authentication_key}},
        {std::nullopt,
         {signature_authority_certificate, token_info, certificate_flags,
          authentication_certificate, authentication_authority_certificate}},
    };
    return table;
}

const AccessTable& input_support_access() {
    using namespace input_support_file;
    static const AccessTable table{
        {pin, {individual_number, basic_four, signature, session_public_key, internal_public_key}},
        {number_a, {individual_number, signature, session_public_key, internal_public_key}},
        {number_b, {basic_four, signature, session_public_key, internal_public_key}},
        {std::nullopt, {card_data_certificate, application_info, unknown_0008, internal_key}},
    };
    return table;
}

const AccessTable& surface_access() {
    using namespace surface_file;
    static const AccessTable table{
        {number_a, {surface_record, individual_number_record, unknown_0006}},
        {number_b, {surface_record, unknown_0006}},
        {birth_date_number, {birth_date_record}},
        {std::nullopt, {application_info, card_data_certificate, internal_key}},
    };
    return table;
}

const AccessTable& merged_surface_access() {
    using namespace merged_surface_file;
    static const AccessTable table{
        {number, {surface_record, basic_four, signature}},
        {std::nullopt, {card_data_certificate, internal_key}},
    };
    return table;
}

AccessRule rule_for(apdu::FileId file, const AccessTable& table) {
    AccessRule rule = AccessRule::never();
    for (const Opening& row : table) {
        if (std::find(row.files.begin(), row.files.end(), file) == row.files.end()) {
            continue;
        }
        if (!row.number) {
            return AccessRule::free();
        }
        rule.kind = AccessRule::Kind::AnyOf;
        rule.numbers.push_back(*row.number);
    }
    return rule;
}

} // namespace madoguchi::sim
