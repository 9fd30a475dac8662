// The keys of one JSON object, each into the member it stands for.
#pragma once

#include "eligibility/model/codes.hpp"
#include "terminal_app/documents/fallback_document.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <span>

namespace madoguchi::documents {

// False: the value is not of the kind that the key wants.
template <typename Record>
struct DocumentKey {
    std::string_view key;
    std::function<bool(const nlohmann::json& value, Record& record)> take;
};

[[nodiscard]] bool take(const nlohmann::json& value, std::string& text);
[[nodiscard]] bool take(const nlohmann::json& value, bool& flag);
[[nodiscard]] bool take(const nlohmann::json& value, std::optional<CivilDate>& date);
[[nodiscard]] bool take(const nlohmann::json& value, std::optional<eligibility::Sex>& sex);
[[nodiscard]] bool take(const nlohmann::json& value, eligibility::InsuranceIdentity& insurance);

// As take for a member of the record.
template <typename Record, typename Value>
DocumentKey<Record> document_key(std::string_view key, Value Record::*member) {
    return {key, [member](const nlohmann::json& value, Record& record) {
                return take(value, record.*member);
            }};
}

// Strictly one object (eligibility/text/strict_json.hpp) of at most longest_document.
[[nodiscard]] FromDocument<nlohmann::json> parse_object(ByteView json);

template <typename Record>
FromDocument<Record> take_all(const nlohmann::json& object,
                              std::span<const DocumentKey<Record>> keys) {
    Record record;
    for (const auto& [name, value] : object.items()) {
        const auto known = std::ranges::find(keys, name, &DocumentKey<Record>::key);
        if (known == keys.end()) {
            return tl::unexpected(DocumentFault{
                {ErrorCode::TagUnexpected,
                 "the document has a key that is not known (docs/command-line.md lists them)"},
                {}});
        }
        if (!known->take(value, record)) {
            return tl::unexpected(DocumentFault{
                {ErrorCode::ValueInvalid, "the value is not of the kind that this key wants"},
                known->key});
        }
    }
    return record;
}

} // namespace madoguchi::documents
