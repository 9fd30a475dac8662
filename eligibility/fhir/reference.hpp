// Which resource a reference of an answer means: contained resources and the entries of a Bundle.
#pragma once

#include "hal/base/result.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace madoguchi::eligibility::fhir {

// Views into an answer, which outlives it.
class ResourceSet {
public:
    // answer: a resource, or a Bundle of some. Errors: AnswerUnreadable (two resources under one
    // name, a modifierExtension or implicitRules, whose meaning nobody here knows).
    [[nodiscard]] static Result<ResourceSet> of(const nlohmann::json& answer);

    // The one resource of that type. Null when there is none; several are an error.
    [[nodiscard]] Result<const nlohmann::json*> only(const char* type) const;

    // What the Reference in that member means, of that type. Null when the member is absent or
    // means a resource that is not here. Errors: AnswerUnreadable (it means one of another type).
    [[nodiscard]] Result<const nlohmann::json*> follow(const nlohmann::json& element,
                                                       const char* key, const char* type) const;

private:
    Result<void> add(std::string name, const nlohmann::json& resource);
    Result<void> add_contained(const nlohmann::json& resource);

    std::map<std::string, const nlohmann::json*> by_name_;
    std::vector<const nlohmann::json*> roots_;
};

} // namespace madoguchi::eligibility::fhir
