// Reads members of FHIR resources with their types checked.
// Errors of all: AnswerUnreadable. An absent member is no error.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::fhir {

// One JSON object whose texts hold no control character but line breaks and tabs.
[[nodiscard]] Result<nlohmann::json> read_json(std::string_view text);

// Empty when absent.
[[nodiscard]] Result<std::string> text_at(const nlohmann::json& object, const char* key);

// Null when absent; otherwise an array of objects.
[[nodiscard]] Result<const nlohmann::json*> list_at(const nlohmann::json& object, const char* key);

// Null when absent; otherwise an object.
[[nodiscard]] Result<const nlohmann::json*> object_at(const nlohmann::json& object,
                                                      const char* key);

// The extension of that url. Null when there is none; two of one url are an error.
[[nodiscard]] Result<const nlohmann::json*> extension_of(const nlohmann::json& element,
                                                         const char* url);

// The valueString of the extension of that url. Empty when there is none.
[[nodiscard]] Result<std::string> extension_text(const nlohmann::json& element, const char* url);

// The value of the identifier of that system (Identifier 0..*). Empty when there is none.
[[nodiscard]] Result<std::string> identifier_of(const nlohmann::json& resource, const char* system);

// FHIR date: YYYY, YYYY-MM or YYYY-MM-DD; what is not there is 0.
[[nodiscard]] Result<std::optional<CivilDate>> date_at(const nlohmann::json& object,
                                                       const char* key);

// FHIR dateTime or instant with time and zone. Fractions of a second are dropped.
[[nodiscard]] Result<std::optional<CivilTime>> time_at(const nlohmann::json& object,
                                                       const char* key);

// As FHIR spells them; a time in Japan's zone. A date with unknown parts is as long as it is known.
[[nodiscard]] std::string spell_date(CivilDate date);
[[nodiscard]] std::string spell_time(CivilTime time);

} // namespace madoguchi::eligibility::fhir
