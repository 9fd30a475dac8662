#include "eligibility/fhir/resource.hpp"

#include "eligibility/oqs/lexical.hpp"
#include "eligibility/text/strict_json.hpp"

#include <algorithm>
#include <regex>

namespace madoguchi::eligibility::fhir {

namespace {

using nlohmann::json;

constexpr std::size_t longest_text =
    4096; // far above every item; keeps the expressions below short

tl::unexpected<Error> wrong_type() {
    return fail(ErrorCode::AnswerUnreadable, "a member of the FHIR answer is not of its type");
}

bool has_forbidden_control(const json& value) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return std::any_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r';
        });
    }
    return std::any_of(value.begin(), value.end(), // the depth is limited by the parser
                       [](const json& inner) {
                           return (inner.is_structured() || inner.is_string()) &&
                                  has_forbidden_control(inner);
                       });
}

Result<const json*> structured_at(const json& object, const char* key, bool wants_array) {
    const auto at = object.find(key);
    if (at == object.end()) {
        return nullptr;
    }
    if (wants_array ? !at->is_array() : !at->is_object()) {
        return wrong_type();
    }
    return &*at;
}

} // namespace

Result<json> read_json(std::string_view text) {
    auto parsed = text::parse_json_object(text);
    if (!parsed) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the answer is not JSON as it must be: cut short, a key twice, or too large");
    }
    if (has_forbidden_control(*parsed)) {
        return fail(ErrorCode::AnswerUnreadable, "the answer holds control characters");
    }
    return std::move(*parsed);
}

Result<std::string> text_at(const json& object, const char* key) {
    const auto at = object.find(key);
    if (at == object.end()) {
        return std::string();
    }
    if (!at->is_string() || at->get_ref<const std::string&>().size() > longest_text) {
        return wrong_type();
    }
    return at->get<std::string>();
}

Result<const json*> list_at(const json& object, const char* key) {
    const json* list = MADOGUCHI_TRY(structured_at(object, key, true));
    if (list != nullptr && !std::all_of(list->begin(), list->end(),
                                        [](const json& item) { return item.is_object(); })) {
        return wrong_type();
    }
    return list;
}

Result<const json*> object_at(const json& object, const char* key) {
    return structured_at(object, key, false);
}

Result<const json*> extension_of(const json& element, const char* url) {
    const json* all = MADOGUCHI_TRY(list_at(element, "extension"));
    const json* found = nullptr;
    if (all == nullptr) {
        return found;
    }
    for (const json& one : *all) {
        if (MADOGUCHI_TRY(text_at(one, "url")) != url) {
            continue;
        }
        if (found != nullptr) {
            return fail(ErrorCode::AnswerUnreadable, "an extension stands twice where one may");
        }
        found = &one;
    }
    return found;
}

Result<std::string> extension_text(const json& element, const char* url) {
    const json* extension = MADOGUCHI_TRY(extension_of(element, url));
    return extension == nullptr ? Result<std::string>(std::string())
                                : text_at(*extension, "valueString");
}

Result<std::string> identifier_of(const json& resource, const char* system) {
    const json* all = MADOGUCHI_TRY(list_at(resource, "identifier"));
    if (all != nullptr) {
        for (const json& one : *all) {
            if (MADOGUCHI_TRY(text_at(one, "system")) == system) {
                return text_at(one, "value");
            }
        }
    }
    return std::string();
}

Result<std::optional<CivilDate>> date_at(const json& object, const char* key) {
    static const std::regex form("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    const std::string text = MADOGUCHI_TRY(text_at(object, key));
    if (text.empty()) {
        return std::nullopt;
    }
    std::smatch parts;
    if (!std::regex_match(text, parts, form)) {
        return fail(ErrorCode::AnswerUnreadable, "a date of the FHIR answer is not a FHIR date");
    }
    const auto digits = [&](std::size_t part) {
        return parts[part].matched ? parts[part].str() : "00";
    };
    return oqs::parse_birth_date(parts[1].str() + digits(2) + digits(3));
}

Result<std::optional<CivilTime>> time_at(const json& object, const char* key) {
    static const std::regex form(
        "(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?"
        "(?:Z|([+-])(\\d{2}):(\\d{2}))");
    constexpr std::chrono::hours japan_ahead_of_utc{9}; // what parse_time takes off
    const std::string text = MADOGUCHI_TRY(text_at(object, key));
    if (text.empty()) {
        return std::nullopt;
    }
    std::smatch parts;
    if (!std::regex_match(text, parts, form)) {
        return fail(ErrorCode::AnswerUnreadable,
                    "a time of the FHIR answer is not a FHIR dateTime with its zone");
    }
    std::string digits;
    for (std::size_t part = 1; part <= 6; ++part) {
        digits += parts[part].str();
    }
    const auto as_if_in_japan = MADOGUCHI_TRY(oqs::parse_time(digits));
    std::chrono::minutes ahead{0};
    if (parts[7].matched) {
        ahead = std::chrono::hours(std::stoi(parts[8].str())) +
                std::chrono::minutes(std::stoi(parts[9].str()));
        ahead = parts[7].str() == "-" ? -ahead : ahead;
    }
    return *as_if_in_japan + japan_ahead_of_utc - ahead;
}

std::string spell_date(CivilDate date) {
    const std::string digits = oqs::format_date(date);
    std::string text = digits.substr(0, 4);
    if (date.month() != std::chrono::month{0}) {
        text += "-" + digits.substr(4, 2);
        if (date.day() != std::chrono::day{0}) {
            text += "-" + digits.substr(6);
        }
    }
    return text;
}

std::string spell_time(CivilTime time) {
    const std::string digits = oqs::format_time(time);
    return digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) + "T" +
           digits.substr(8, 2) + ":" + digits.substr(10, 2) + ":" + digits.substr(12) + "+09:00";
}

} // namespace madoguchi::eligibility::fhir
