#include "terminal_app/cli/document_fields.hpp"

#include <array>
#include <charconv>
#include <set>

namespace madoguchi::cli {

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

DocumentFault no_object(StaticText text) {
    return {{ErrorCode::SyntaxInvalid, text}, {}};
}

// Refuses a key that stands twice in one object: which of the two was meant?
class KeysOnce {
public:
    bool operator()(int /*depth*/, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) {
            keys_.emplace_back();
        } else if (event == json::parse_event_t::object_end) {
            keys_.pop_back();
        } else if (event == json::parse_event_t::key) {
            is_broken = is_broken || !keys_.back().insert(parsed.get<std::string>()).second;
        }
        return true;
    }

    bool is_broken = false;

private:
    std::vector<std::set<std::string>> keys_;
};

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
    if (document.size() > longest_document) {
        return tl::unexpected(
            DocumentFault{{ErrorCode::TooLarge, "the document is longer than 64 KiB"}, {}});
    }
    KeysOnce keys;
    json parsed = json::parse(document.begin(), document.end(), std::ref(keys), false);
    if (!parsed.is_object()) {
        return tl::unexpected(no_object("the document is not one JSON object"));
    }
    if (keys.is_broken) {
        return tl::unexpected(no_object("the document has a key twice"));
    }
    return parsed;
}

} // namespace madoguchi::cli
