#include "eligibility/fhir/share.hpp"

#include "eligibility/fhir/names.hpp"
#include "eligibility/fhir/resource.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::eligibility::fhir {

namespace {

using nlohmann::json;

constexpr const char* percentage_of_the_cost = "copaypct";

Result<bool> is_share(const json& cost) {
    const json* type = MADOGUCHI_TRY(object_at(cost, "type"));
    const json* codings = type == nullptr ? nullptr : MADOGUCHI_TRY(list_at(*type, "coding"));
    if (codings == nullptr) {
        return false;
    }
    return std::any_of(codings->begin(), codings->end(), [](const json& coding) {
        return coding.value("system", json()) == names::copay_type &&
               coding.value("code", json()) == percentage_of_the_cost;
    });
}

Result<std::string> read_percent(const json& cost) {
    const json* quantity = MADOGUCHI_TRY(object_at(cost, "valueQuantity"));
    const auto value = quantity == nullptr ? json() : quantity->value("value", json());
    const auto code = quantity == nullptr ? json() : quantity->value("code", json("%"));
    const double percent = value.is_number() ? value.get<double>() : -1;
    const int whole = percent >= 0 && percent <= 100 ? static_cast<int>(percent) : -1;
    if (whole < 0 || percent != whole || code != "%") {
        return fail(ErrorCode::AnswerUnreadable,
                    "the share in the FHIR answer is not a whole percentage from 0 to 100");
    }
    return fmt::format("{:03}", whole);
}

} // namespace

std::optional<int> percent_of(const std::string& copay_percent) {
    const bool is_digits =
        copay_percent.size() == 3 && std::all_of(copay_percent.begin(), copay_percent.end(),
                                                 [](char c) { return c >= '0' && c <= '9'; });
    if (!is_digits || std::stoi(copay_percent) > 100) {
        return std::nullopt;
    }
    return std::stoi(copay_percent);
}

nlohmann::ordered_json share_element(int percent) {
    using Json = nlohmann::ordered_json;
    return {{"type",
             {{"coding",
               Json::array({{{"system", names::copay_type}, {"code", percentage_of_the_cost}}})}}},
            {"valueQuantity",
             {{"value", percent}, {"unit", "%"}, {"system", names::units}, {"code", "%"}}}};
}

Result<std::string> read_share(const json& coverage) {
    const json* costs = MADOGUCHI_TRY(list_at(coverage, "costToBeneficiary"));
    if (costs != nullptr) {
        for (const json& cost : *costs) {
            if (MADOGUCHI_TRY(is_share(cost))) {
                return read_percent(cost);
            }
        }
    }
    return std::string();
}

} // namespace madoguchi::eligibility::fhir
