#include "terminal_app/documents/document_fields.hpp"

#include "eligibility/text/strict_json.hpp"

#include <array>
#include <charconv>

namespace madoguchi::documents {

namespace {

using nlohmann::json;

std::optional<unsigned> number_in(std::string_view digits) {
    unsigned value = 0;
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return end.ec == std::errc() && end.ptr == digits.data() + digits.size() ? std::optional(value)
                                                                             : std::nullopt;
}

std::optional<CivilDate> date_in(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = number_in(text.substr(0, 4));
    const auto month = number_in(text.substr(5, 2));
    const auto day = number_in(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const CivilDate date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                         std::chrono::day(*day)};
    return date.ok() ? std::optional(date) : std::nullopt;
}

} // namespace

bool take(const json& value, std::string& text) {
    if (!value.is_string()) {
        return false;
    }
    text = value.get<std::string>();
    return true;
}

bool take(const json& value, bool& flag) {
    if (!value.is_boolean()) {
        return false;
    }
    flag = value.get<bool>();
    return true;
}

bool take(const json& value, std::optional<CivilDate>& date) {
    date = value.is_string() ? date_in(value.get_ref<const std::string&>()) : std::nullopt;
    return date.has_value();
}

bool take(const json& value, std::optional<eligibility::Sex>& sex) {
    using eligibility::Sex;
    constexpr std::array words{std::pair{"male", Sex::Male}, std::pair{"female", Sex::Female},
                               std::pair{"not_stated", Sex::NotStated}};
    for (const auto& [word, meaning] : words) {
        if (value == word) {
            sex = meaning;
            return true;
        }
    }
    return false;
}

bool take(const json& value, eligibility::InsuranceIdentity& insurance) {
    using eligibility::InsuranceIdentity;
    static const std::array keys{
        document_key("insurer_number", &InsuranceIdentity::insurer_number),
        document_key("symbol", &InsuranceIdentity::symbol),
        document_key("number", &InsuranceIdentity::number),
        document_key("branch", &InsuranceIdentity::branch),
    };
    if (!value.is_object()) {
        return false;
    }
    auto taken = take_all<InsuranceIdentity>(value, keys);
    if (taken) {
        insurance = std::move(*taken);
    }
    return taken.has_value();
}

FromDocument<json> parse_object(ByteView document) {
    auto parsed =
        eligibility::text::parse_json_object(as_text(document), {.bytes = longest_document});
    if (!parsed) {
        return tl::unexpected(DocumentFault{parsed.error(), {}});
    }
    return std::move(*parsed);
}

} // namespace madoguchi::documents
