// A small tree of elements, written out with children in any order: real answers list them in no
// stable order, so a reader must not count on one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::sim {

struct XmlElement {
    std::string name;
    std::string text;
    std::vector<XmlElement> children;
};

// Adds a child with text; an empty text adds nothing.
void add_text(XmlElement& parent, const char* name, std::string_view text);

// Gives the child of that name that text; makes the child where there is none.
void set_text(XmlElement& parent, const char* name, std::string_view text);

// No child of that name: nothing happens.
void remove_child(XmlElement& parent, std::string_view name);

// Reorders the children at every level. The same seed gives the same order on every machine.
void shuffle_children(XmlElement& element, std::uint64_t seed);

// With XML declaration naming that encoding; UTF-8 text.
[[nodiscard]] std::string document_text(const XmlElement& root, const char* encoding_name);

} // namespace madoguchi::sim
