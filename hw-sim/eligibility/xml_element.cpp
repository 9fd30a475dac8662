#include "hw-sim/eligibility/xml_element.hpp"

#include <fmt/format.h>

#include <random>
#include <string_view>
#include <utility>

namespace madoguchi::sim {

namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

void append(std::string& out, const XmlElement& element) {
    out += fmt::format("<{}>{}", element.name, escaped(element.text));
    for (const XmlElement& child : element.children) {
        append(out, child);
    }
    out += fmt::format("</{}>\n", element.name);
}

void shuffle(XmlElement& element, std::mt19937_64& random) {
    auto& children = element.children;
    for (std::size_t left = children.size(); left > 1; --left) {
        std::swap(children[left - 1], children[random() % left]);
    }
    for (XmlElement& child : children) {
        shuffle(child, random);
    }
}

} // namespace

void add_text(XmlElement& parent, const char* name, std::string_view text) {
    if (!text.empty()) {
        parent.children.push_back({name, std::string(text), {}});
    }
}

void set_text(XmlElement& parent, const char* name, std::string_view text) {
    remove_child(parent, name);
    add_text(parent, name, text);
}

void remove_child(XmlElement& parent, std::string_view name) {
    std::erase_if(parent.children, [&](const XmlElement& child) { return child.name == name; });
}

void shuffle_children(XmlElement& element, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    shuffle(element, random);
}

std::string document_text(const XmlElement& root, const char* encoding_name) {
    std::string out =
        fmt::format("<?xml version=\"1.0\" encoding=\"{}\" standalone=\"no\"?>\n", encoding_name);
    append(out, root);
    return out;
}

} // namespace madoguchi::sim
