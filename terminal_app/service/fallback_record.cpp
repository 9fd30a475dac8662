#include "terminal_app/service/fallback_record.hpp"

#include "eligibility/fallback/fallback_ladder.hpp"
#include "terminal_app/service/fallback_desk.hpp"

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>

namespace madoguchi::terminal {

namespace {

constexpr std::chrono::hours japan_is_ahead{9};

} // namespace

std::string fallback_record_name(CivilTime at, std::string_view unique) {
    return fmt::format("fallback_{:%Y%m%d%H%M%S}_{}.json",
                       std::chrono::floor<std::chrono::seconds>(at + japan_is_ahead), unique);
}

std::string fallback_record_json(const FallbackRecord& record) {
    const eligibility::InsuranceIdentity& insurance = record.claim.insurance;
    const nlohmann::ordered_json json{
        {"means", name_of(record.step)},
        {"typed", record.step != eligibility::FallbackStep::PastVisit},
        {"circumstance", eligibility::rule_of(record.opening.circumstance).name},
        {"note", record.opening.note},
        {"reference_number", record.visit.reference_number},
        {"name", record.visit.person.name},
        {"copay_percent", record.share.share.percent},
        {"copay_source", name_of(record.share.share.source)},
        {"claim_basis", name_of(record.claim.basis)},
        {"insurer_number", insurance.insurer_number},
        {"symbol", insurance.symbol},
        {"number", insurance.number},
        {"branch", insurance.branch},
        {"summary", record.claim.summary}};
    return json.dump(2) + "\n";
}

} // namespace madoguchi::terminal
