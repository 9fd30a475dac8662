// Reads an element's children into a record, as a layout says. Empty elements, groups and items
// count as absent; what the layout lacks is kept where it has a place for the rest, its names are
// collected, and nothing of it is refused.
#pragma once

#include "eligibility/model/extra_element.hpp"
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

// An element with everything in it; white space and empty elements count as nothing.
[[nodiscard]] ExtraElement keep_whole(pugi::xml_node element);

template <typename Field>
inline constexpr bool is_repeated = false;
template <typename Access, typename Layout>
inline constexpr bool is_repeated<Repeated<Access, Layout>> = true;
template <typename Field>
inline constexpr bool is_rest = false;
template <typename Access>
inline constexpr bool is_rest<Rest<Access>> = true;

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
Result<Value> read_value(const Member<Access, Layout>& member, pugi::xml_node element,
                         UnknownElements& unknown) {
    return read_record(element, member.layout, Value{}, unknown);
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

// One item more.
template <typename Record, typename Access, typename Layout>
Result<void> read_field(const Repeated<Access, Layout>& field, pugi::xml_node element,
                        Record& record, UnknownElements& unknown) {
    using Sub = typename MemberOf<Access, Record>::value_type;
    Sub sub = MADOGUCHI_TRY(read_record(element, field.layout, Sub{}, unknown));
    if (!(sub == Sub{})) {
        std::invoke(field.access, record).push_back(std::move(sub));
    }
    return {};
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

// Reads a child that may be this field's: nothing when it is not.
template <typename Field, typename Record>
std::optional<Result<void>> try_field(const Field& field, pugi::xml_node child, Record& record,
                                      std::set<std::string_view>& seen, UnknownElements& unknown) {
    if constexpr (is_rest<Field>) {
        return std::nullopt;
    } else {
        if (field.element != child.name()) {
            return std::nullopt;
        }
        if (!seen.insert(field.element).second && !is_repeated<Field>) {
            return fail(ErrorCode::AnswerUnreadable, "an element stands twice in one record");
        }
        return read_field(field, child, record, unknown);
    }
}

template <typename Field, typename Record>
void keep_if_rest(const Field& field, const ExtraElement& element, Record& record) {
    if constexpr (is_rest<Field>) {
        if (!element.text.empty() || !element.children.empty()) {
            std::invoke(field.access, record).push_back(element);
        }
    }
}

template <typename Record, typename... Fields>
Result<Record> read_record(pugi::xml_node parent, const std::tuple<Fields...>& layout,
                           Record record, UnknownElements& unknown) {
    std::set<std::string_view> seen;
    for (const pugi::xml_node child : parent.children()) {
        if (child.type() != pugi::node_element) {
            continue;
        }
        std::optional<Result<void>> done; // by the one field of that name
        const auto read_one = [&](const auto& field) {
            if (!done) {
                done = try_field(field, child, record, seen, unknown);
            }
        };
        std::apply([&](const Fields&... fields) { (read_one(fields), ...); }, layout);
        if (!done) {
            unknown.add(child.name());
            const ExtraElement whole = keep_whole(child);
            std::apply([&](const Fields&... fields) { (keep_if_rest(fields, whole, record), ...); },
                       layout);
        } else if (!*done) {
            return fail(done->error());
        }
    }
    return record;
}

} // namespace madoguchi::eligibility::oqs
