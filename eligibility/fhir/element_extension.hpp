// Elements of the OQS dialect as nested FHIR extensions and back: one extension an element, its
// name as the relative url, its text as valueString. So what FHIR has no place for is carried by
// the layouts that the files have, and nothing is lost.
#pragma once

#include "hal/base/result.hpp"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <string>

namespace madoguchi::eligibility::fhir {

// An extension of that url with the element's children, or its text. Null where it has neither.
[[nodiscard]] nlohmann::ordered_json to_extension(std::string url, pugi::xml_node element);

// The children of an extension as children of parent. Errors: AnswerUnreadable (a child with
// neither text nor children or with both, a name that no element has, nested too deep).
[[nodiscard]] Result<void> append_elements(pugi::xml_node parent, const nlohmann::json& extension);

} // namespace madoguchi::eligibility::fhir
