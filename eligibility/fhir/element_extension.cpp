#include "eligibility/fhir/element_extension.hpp"

#include "eligibility/oqs/record_writer.hpp"
#include "eligibility/oqs/xml_document.hpp"

#include <algorithm>

namespace madoguchi::eligibility::fhir {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr int depth_limit = 8;
constexpr const char* own_text = "#text"; // of an element that has children too

tl::unexpected<Error> unreadable() {
    return fail(ErrorCode::AnswerUnreadable,
                "an extension of the FHIR answer is not made as an extension of ours is");
}

bool is_element_name(const json& name) {
    if (!name.is_string()) {
        return false;
    }
    const auto& text = name.get_ref<const std::string&>();
    const auto is_letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    const auto is_allowed = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && text.size() <= 64 && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), is_allowed);
}

Result<void> append_text(pugi::xml_node parent, const json& name, const json& value) {
    if (!value.is_string()) {
        return unreadable();
    }
    const char* text = value.get_ref<const std::string&>().c_str(); // read_json let no NUL through
    if (name == own_text) {
        parent.append_child(pugi::node_pcdata).set_value(text);
    } else {
        oqs::append_element(parent, name.get_ref<const std::string&>()).text().set(text);
    }
    return {};
}

Result<void> append(pugi::xml_node parent, const json& extension, int depth) {
    if (!extension.is_object() || depth > depth_limit) {
        return unreadable();
    }
    const auto url = extension.find("url");
    if (url == extension.end() || (!is_element_name(*url) && *url != own_text)) {
        return unreadable();
    }
    const auto value = extension.find("valueString");
    const auto children = extension.find("extension");
    if ((value == extension.end()) == (children == extension.end())) {
        return unreadable();
    }
    if (value != extension.end()) {
        return append_text(parent, *url, *value);
    }
    if (!children->is_array() || *url == own_text) {
        return unreadable();
    }
    const auto element = oqs::append_element(parent, url->get_ref<const std::string&>());
    for (const json& child : *children) {
        MADOGUCHI_TRY(append(element, child, depth + 1));
    }
    return {};
}

} // namespace

ordered_json to_extension(std::string url, pugi::xml_node element) {
    ordered_json children = ordered_json::array();
    for (const pugi::xml_node child : element.children()) {
        if (child.type() == pugi::node_element) {
            ordered_json one = to_extension(child.name(), child);
            if (!one.is_null()) {
                children.push_back(std::move(one));
            }
        }
    }
    const std::string text = oqs::text_of(element);
    if (children.empty()) {
        return text.empty() ? ordered_json()
                            : ordered_json{{"url", std::move(url)}, {"valueString", text}};
    }
    if (!text.empty()) {
        children.push_back({{"url", own_text}, {"valueString", text}});
    }
    return {{"url", std::move(url)}, {"extension", std::move(children)}};
}

Result<void> append_elements(pugi::xml_node parent, const json& extension) {
    const auto children = extension.find("extension");
    if (children == extension.end() || !children->is_array()) {
        return unreadable();
    }
    for (const json& child : *children) {
        MADOGUCHI_TRY(append(parent, child, 1));
    }
    return {};
}

} // namespace madoguchi::eligibility::fhir
