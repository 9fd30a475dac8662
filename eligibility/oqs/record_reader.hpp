// Reads an element's children into a record, as a layout says. Empty elements, groups and items
// count as absent; names that the layout lacks are collected, not refused.
#pragma once

#include "eligibility/oqs/layout.hpp"
#include "eligibility/oqs/xml_document.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::eligibility::oqs {

// Names of elements that no layout knows, each once, at most 64, cut at 64 bytes or so.
class UnknownElements {
public:
    void add(std::string_view name) {
        constexpr std::size_t limit = 64;
        const bool known = std::find(names_.begin(), names_.end(), name) != names_.end();
        if (!known && names_.size() < limit && name.size() <= limit) {
            names_.emplace_back(name);
        }
    }
    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }

private:
    std::vector<std::string> names_;
};

template <typename Record, typename... Fields>
[[nodiscard]] Result<Record> read_record(pugi::xml_node parent, const std::tuple<Fields...>& layout,
                                         Record record, UnknownElements& unknown);

template <typename Value, typename Access, typename ValueCodec>
Result<Value> read_value(const Leaf<Access, ValueCodec>& /*leaf*/, pugi::xml_node element,
                         UnknownElements& /*unknown*/) {
    using Used = std::conditional_t<std::is_void_v<ValueCodec>, Codec<Value>, ValueCodec>;
    return Used::read(text_of(element));
}

template <typename Value, typename Access, typename Layout>
Result<Value> read_value(const Group<Access, Layout>& group, pugi::xml_node element,
                         UnknownElements& unknown) {
    using Sub = typename Value::value_type;
    Sub sub = MADOGUCHI_TRY(read_record(element, group.layout, Sub{}, unknown));
    return sub == Sub{} ? Value{} : Value{std::move(sub)};
}

template <typename Value, typename Access, typename Layout>
Result<Value> read_value(const List<Access, Layout>& list, pugi::xml_node element,
                         UnknownElements& unknown) {
    using Sub = typename Value::value_type;
    Value items;
    for (const pugi::xml_node child : element.children()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        if (child.name() != list.item) {
            unknown.add(child.name());
            continue;
        }
        Sub sub = MADOGUCHI_TRY(read_record(child, list.layout, Sub{}, unknown));
        if (!(sub == Sub{})) {
            items.push_back(std::move(sub));
        }
    }
    return items;
}

template <typename Record, typename Field>
Result<void> read_field(const Field& field, pugi::xml_node element, Record& record,
                        UnknownElements& unknown) {
    using Value = MemberOf<decltype(field.access), Record>;
    Value value = MADOGUCHI_TRY(read_value<Value>(field, element, unknown));
    if (!(value == Value{})) { // reaching for a place may make it
        std::invoke(field.access, record) = std::move(value);
    }
    return {};
}

template <typename Record, typename... Fields>
Result<Record> read_record(pugi::xml_node parent, const std::tuple<Fields...>& layout,
                           Record record, UnknownElements& unknown) {
    std::set<std::string_view> seen;
    for (const pugi::xml_node child : parent.children()) {
        const std::string_view name = child.name();
        if (child.type() != pugi::node_element) {
            continue;
        }
        if (!seen.insert(name).second) {
            return fail(ErrorCode::AnswerUnreadable, "an element stands twice in one record");
        }
        std::optional<Result<void>> done; // by the one field of that name
        const auto try_field = [&](const auto& field) {
            if (field.element == name) {
                done = read_field(field, child, record, unknown);
            }
        };
        std::apply([&](const Fields&... fields) { (try_field(fields), ...); }, layout);
        if (!done) {
            unknown.add(name);
        } else if (!*done) {
            return fail(done->error());
        }
    }
    return record;
}

} // namespace madoguchi::eligibility::oqs
