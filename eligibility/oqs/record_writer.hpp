// Writes a record's members as children of an element, in layout order. Absent values have no
// element.
#pragma once

#include "eligibility/model/extra_element.hpp"
#include "eligibility/oqs/layout.hpp"

#include <pugixml.hpp>

#include <string>

namespace madoguchi::eligibility::oqs {

inline pugi::xml_node append_element(pugi::xml_node parent, std::string_view name) {
    return parent.append_child(std::string(name).c_str());
}

inline void append_whole(pugi::xml_node parent, const ExtraElement& kept) {
    const pugi::xml_node element = append_element(parent, kept.name);
    if (!kept.text.empty()) {
        element.text().set(kept.text.c_str());
    }
    for (const ExtraElement& child : kept.children) {
        append_whole(element, child);
    }
}

template <typename Record, typename... Fields>
void write_record(pugi::xml_node parent, const std::tuple<Fields...>& layout, const Record& record);

template <typename Access, typename ValueCodec, typename Value>
void write_value(pugi::xml_node parent, const Leaf<Access, ValueCodec>& leaf, const Value& value) {
    using Used = std::conditional_t<std::is_void_v<ValueCodec>, Codec<Value>, ValueCodec>;
    const std::string text = Used::write(value);
    if (!text.empty()) {
        append_element(parent, leaf.element).text().set(text.c_str());
    }
}

template <typename Access, typename Layout, typename Value>
void write_value(pugi::xml_node parent, const Group<Access, Layout>& group, const Value& value) {
    if (value) {
        write_record(append_element(parent, group.element), group.layout, *value);
    }
}

template <typename Access, typename Layout, typename Value>
void write_value(pugi::xml_node parent, const Member<Access, Layout>& member, const Value& value) {
    write_record(append_element(parent, member.element), member.layout, value);
}

template <typename Access, typename Layout, typename Value>
void write_value(pugi::xml_node parent, const List<Access, Layout>& list, const Value& value) {
    if (value.empty()) {
        return;
    }
    const pugi::xml_node element = append_element(parent, list.element);
    for (const auto& item : value) {
        write_record(append_element(element, list.item), list.layout, item);
    }
}

template <typename Access, typename Layout, typename Value>
void write_value(pugi::xml_node parent, const Repeated<Access, Layout>& repeated,
                 const Value& value) {
    for (const auto& item : value) {
        write_record(append_element(parent, repeated.element), repeated.layout, item);
    }
}

template <typename Access, typename Value>
void write_value(pugi::xml_node parent, const Rest<Access>& /*rest*/, const Value& value) {
    for (const ExtraElement& kept : value) {
        append_whole(parent, kept);
    }
}

template <typename Record, typename... Fields>
void write_record(pugi::xml_node parent, const std::tuple<Fields...>& layout,
                  const Record& record) {
    const auto write_field = [&](const auto& field) {
        write_value(parent, field, std::invoke(field.access, record));
    };
    std::apply([&](const Fields&... fields) { (write_field(fields), ...); }, layout);
}

} // namespace madoguchi::eligibility::oqs
