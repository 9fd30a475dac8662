#include "eligibility/oqs/xml_document.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <sstream>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr int depth_limit = 16;
constexpr std::size_t least_element_limit = 20'000;
constexpr std::size_t bytes_per_element = 32; // an element with its name twice is no shorter
constexpr std::size_t attribute_limit = 8;
constexpr std::string_view white_space = " \t\r\n";

bool is_forbidden_control(char c) {
    return static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r';
}

// DTDs and everything in them begin with "<!"; only comments and CDATA do so rightly.
bool has_declaration(std::string_view text) {
    for (std::size_t at = text.find("<!"); at != std::string_view::npos;
         at = text.find("<!", at + 1)) {
        const std::string_view rest = text.substr(at);
        if (!rest.starts_with("<!--") && !rest.starts_with("<![CDATA[")) {
            return true;
        }
    }
    return false;
}

bool is_xml_character(std::uint32_t code) {
    return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
           (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

// name: what stands between "&" and ";".
bool is_predefined_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> named{"amp", "lt", "gt", "quot", "apos"};
    if (!name.starts_with('#')) {
        return std::find(named.begin(), named.end(), name) != named.end();
    }
    const bool hexadecimal = name.starts_with("#x");
    const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
    return error == std::errc{} && end == digits.data() + digits.size() && is_xml_character(code);
}

bool has_foreign_reference(std::string_view text) {
    for (std::size_t at = text.find('&'); at != std::string_view::npos;
         at = text.find('&', at + 1)) {
        const std::string_view rest = text.substr(at + 1, 10);
        const std::size_t end = rest.find(';');
        if (end == std::string_view::npos || !is_predefined_reference(rest.substr(0, end))) {
            return true;
        }
    }
    return false;
}

bool has_sound_attributes(pugi::xml_node element) {
    std::set<std::string_view> names;
    for (const pugi::xml_attribute attribute : element.attributes()) {
        if (names.size() == attribute_limit || !names.insert(attribute.name()).second) {
            return false;
        }
    }
    return true;
}

// Visits every element without recursion; stops at the first that breaks a limit.
class LimitWalker final : public pugi::xml_tree_walker {
public:
    explicit LimitWalker(std::size_t element_limit) noexcept : element_limit_(element_limit) {}

    bool for_each(pugi::xml_node& node) override {
        if (node.type() == pugi::node_element) {
            ++elements_;
            return depth() < depth_limit && elements_ <= element_limit_ &&
                   has_sound_attributes(node);
        }
        return true;
    }

private:
    std::size_t element_limit_;
    std::size_t elements_ = 0;
};

bool has_one_root(const pugi::xml_document& document) {
    const auto children = document.children();
    return std::count_if(children.begin(), children.end(), [](const pugi::xml_node& child) {
               return child.type() == pugi::node_element;
           }) == 1;
}

} // namespace

Result<pugi::xml_document> parse_xml(std::string_view utf8) {
    if (std::any_of(utf8.begin(), utf8.end(), is_forbidden_control)) {
        return fail(ErrorCode::AnswerUnreadable, "the file holds control characters");
    }
    if (has_declaration(utf8) || has_foreign_reference(utf8)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the file holds a DTD or entities; refused, as no genuine answer has them");
    }
    pugi::xml_document document;
    if (!document.load_buffer(utf8.data(), utf8.size(), pugi::parse_default, pugi::encoding_utf8)) {
        return fail(ErrorCode::AnswerUnreadable, "the file is not well-formed XML, or cut short");
    }
    LimitWalker walker(utf8.size() > file_size_limit ? utf8.size() / bytes_per_element
                                                     : least_element_limit);
    if (!has_one_root(document) || !document.traverse(walker)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the XML has more than one root, or is deeper or larger than any answer");
    }
    return document;
}

std::string text_of(pugi::xml_node element) {
    std::string text; // comments split text into several nodes
    for (const pugi::xml_node child : element.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
            text += child.value();
        }
    }
    // "&#13;" as the parser reads a carriage return that stands for itself: written, it would be
    // one.
    std::replace(text.begin(), text.end(), '\r', '\n');
    const std::size_t begin = text.find_first_not_of(white_space);
    if (begin == std::string::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

pugi::xml_document new_document(std::string_view encoding_name) {
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = std::string(encoding_name).c_str();
    declaration.append_attribute("standalone") = "no";
    return document;
}

std::string to_text(const pugi::xml_document& document) {
    std::ostringstream stream;
    document.save(stream, "  ", pugi::format_default, pugi::encoding_utf8);
    return stream.str();
}

} // namespace madoguchi::eligibility::oqs
