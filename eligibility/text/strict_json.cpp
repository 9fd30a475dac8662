#include "eligibility/text/strict_json.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace madoguchi::eligibility::text {

namespace {

using nlohmann::json;

// Watches the parser; what it dislikes is dropped at once, so that nothing large is built.
class Watch {
public:
    explicit Watch(std::size_t depth_limit) noexcept : depth_limit_(depth_limit) {}

    bool operator()(int depth, json::parse_event_t event, json& parsed) {
        switch (event) {
        case json::parse_event_t::object_start:
            keys_.emplace_back();
            [[fallthrough]];
        case json::parse_event_t::array_start:
            is_too_deep_ = is_too_deep_ || static_cast<std::size_t>(depth) >= depth_limit_;
            return !is_too_deep_;
        case json::parse_event_t::object_end:
            keys_.pop_back();
            return true;
        case json::parse_event_t::key:
            has_key_twice_ =
                has_key_twice_ || !keys_.back().insert(parsed.get<std::string>()).second;
            return true;
        case json::parse_event_t::array_end:
        case json::parse_event_t::value:
            return true;
        }
        return true;
    }

    [[nodiscard]] bool is_too_deep() const noexcept { return is_too_deep_; }
    [[nodiscard]] bool has_key_twice() const noexcept { return has_key_twice_; }

private:
    std::size_t depth_limit_;
    std::vector<std::set<std::string>> keys_; // of each object that is open
    bool is_too_deep_ = false;
    bool has_key_twice_ = false;
};

} // namespace

Result<json> parse_json_object(std::string_view text, JsonLimits limits) {
    if (text.size() > limits.bytes) {
        return fail(ErrorCode::TooLarge, "the JSON is larger than any that is expected here");
    }
    // The parser takes a nought for the end, whatever follows it.
    if (text.find('\0') != std::string_view::npos) {
        return fail(ErrorCode::SyntaxInvalid, "this is not one JSON object");
    }
    Watch watch(limits.depth);
    json parsed = json::parse(text.begin(), text.end(), std::ref(watch), false);
    if (watch.is_too_deep()) {
        return fail(ErrorCode::TooDeep, "the JSON is deeper than any that is expected here");
    }
    if (!parsed.is_object()) {
        return fail(ErrorCode::SyntaxInvalid, "this is not one JSON object");
    }
    if (watch.has_key_twice()) {
        return fail(ErrorCode::TagDuplicate, "a key stands twice in one JSON object");
    }
    return parsed;
}

} // namespace madoguchi::eligibility::text
