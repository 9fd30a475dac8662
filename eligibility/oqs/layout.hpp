// The words in which a layout is written down: which element holds which member of a record. One
// layout serves reading (by name, any order) and writing (in layout order).
#pragma once

#include "eligibility/oqs/codec.hpp"

#include <functional>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace madoguchi::eligibility::oqs {

// access: a pointer to member, or a callable that gives a reference into a record.
template <typename Access, typename Record>
using MemberOf = std::remove_cvref_t<std::invoke_result_t<const Access&, Record&>>;

// An element with text. ValueCodec void: the codec of the member's type.
template <typename Access, typename ValueCodec>
struct Leaf {
    std::string_view element;
    Access access;
};

template <typename ValueCodec = void, typename Access>
constexpr Leaf<Access, ValueCodec> leaf(std::string_view element, Access access) {
    return {element, access};
}

// An element that holds the children of a sub-record; the member is an optional of it.
template <typename Access, typename Layout>
struct Group {
    std::string_view element;
    Access access;
    const Layout& layout;
};

template <typename Access, typename Layout>
constexpr Group<Access, Layout> group(std::string_view element, Access access,
                                      const Layout& layout) {
    return {element, access, layout};
}

// The same where the sub-record is always there; an element that is absent leaves it as it is.
template <typename Access, typename Layout>
struct Member {
    std::string_view element;
    Access access;
    const Layout& layout;
};

template <typename Access, typename Layout>
constexpr Member<Access, Layout> member(std::string_view element, Access access,
                                        const Layout& layout) {
    return {element, access, layout};
}

// An element that holds any number of equal items; the member is a vector of sub-records.
template <typename Access, typename Layout>
struct List {
    std::string_view element;
    std::string_view item;
    Access access;
    const Layout& layout;
};

template <typename Access, typename Layout>
constexpr List<Access, Layout> list(std::string_view element, std::string_view item, Access access,
                                    const Layout& layout) {
    return {element, item, access, layout};
}

// Equal items side by side, without an element around them; the member is a vector of sub-records.
template <typename Access, typename Layout>
struct Repeated {
    std::string_view element;
    Access access;
    const Layout& layout;
};

template <typename Access, typename Layout>
constexpr Repeated<Access, Layout> repeated(std::string_view element, Access access,
                                            const Layout& layout) {
    return {element, access, layout};
}

// Everything that no other word of the layout names; the member is a vector of ExtraElement.
template <typename Access>
struct Rest {
    Access access;
};

template <typename Access>
constexpr Rest<Access> rest(Access access) {
    return {access};
}

} // namespace madoguchi::eligibility::oqs
