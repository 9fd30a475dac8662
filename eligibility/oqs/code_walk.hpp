// Looks through a message by its layout for codes that their table does not have.
#pragma once

#include "eligibility/oqs/message_layout.hpp"
#include "eligibility/oqs/violations.hpp"

namespace madoguchi::eligibility::oqs {

template <typename Record, typename... Fields>
void check_codes(Violations& found, const std::tuple<Fields...>& layout, const Record& record);

template <typename Meaning>
void check_code(Violations& found, std::string_view element, const Coded<Meaning>& value) {
    found.expect(value.is_absent() || value.meaning, Severity::Odd, element,
                 "the code is not in the table that this version has");
}

template <typename Value>
void check_code(Violations& /*found*/, std::string_view /*element*/, const Value& /*value*/) {
}

template <typename Access, typename ValueCodec, typename Value>
void check_field(Violations& found, const Leaf<Access, ValueCodec>& leaf, const Value& value) {
    check_code(found, leaf.element, value);
}

template <typename Access, typename Layout, typename Value>
void check_field(Violations& found, const Group<Access, Layout>& group, const Value& value) {
    if (value) {
        check_codes(found, group.layout, *value);
    }
}

template <typename Access, typename Layout, typename Value>
void check_field(Violations& found, const Member<Access, Layout>& member, const Value& value) {
    check_codes(found, member.layout, value);
}

template <typename Access, typename Layout, typename Value>
void check_field(Violations& found, const List<Access, Layout>& list, const Value& value) {
    for (const auto& item : value) {
        check_codes(found, list.layout, item);
    }
}

template <typename Access, typename Layout, typename Value>
void check_field(Violations& found, const Repeated<Access, Layout>& repeated, const Value& value) {
    for (const auto& item : value) {
        check_codes(found, repeated.layout, item);
    }
}

template <typename Access, typename Value>
void check_field(Violations& /*found*/, const Rest<Access>& /*rest*/, const Value& /*value*/) {
}

template <typename Record, typename... Fields>
void check_codes(Violations& found, const std::tuple<Fields...>& layout, const Record& record) {
    const auto check = [&](const auto& field) {
        check_field(found, field, std::invoke(field.access, record));
    };
    std::apply([&](const Fields&... fields) { (check(fields), ...); }, layout);
}

} // namespace madoguchi::eligibility::oqs
