#include "terminal_app/cli/journal_report.hpp"

#include "eligibility/oqs/lexical.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace madoguchi::cli {

namespace {

using nlohmann::ordered_json;

ordered_json items_of(std::string_view commas) {
    ordered_json items = ordered_json::array();
    while (!commas.empty()) {
        const std::size_t end = std::min(commas.find(','), commas.size());
        items.push_back(commas.substr(0, end));
        commas.remove_prefix(std::min(end + 1, commas.size()));
    }
    return items;
}

ordered_json document(const terminal::AuditRow& row) {
    return {{"number", row.number},
            {"started_at", row.started_at},
            {"duration_ms", row.duration_ms},
            {"way", row.way},
            {"grade", row.grade},
            {"asked", row.asked},
            {"shown", items_of(row.shown)},
            {"consents", items_of(row.consents)},
            {"outcome", row.outcome},
            {"failure", row.failure},
            {"liveness", row.liveness},
            {"incident", row.incident}};
}

std::string_view or_dash(std::string_view text) {
    return text.empty() ? "-" : text;
}

// "2026-11-20T01:00:00Z" as a clock in Japan showed it: "2026-11-20 10:00:00".
std::string in_japan(std::string_view utc) {
    std::string digits;
    std::ranges::copy_if(utc, std::back_inserter(digits),
                         [](char part) { return part >= '0' && part <= '9'; });
    const auto read = eligibility::oqs::parse_time(digits); // as if it were Japanese time
    if (!read || !*read) {
        return std::string(utc);
    }
    const std::string there = eligibility::oqs::format_time(**read + std::chrono::hours(9));
    return fmt::format("{}-{}-{} {}:{}:{}", there.substr(0, 4), there.substr(4, 2),
                       there.substr(6, 2), there.substr(8, 2), there.substr(10, 2),
                       there.substr(12, 2));
}

} // namespace

JournalReport::JournalReport(bool json, const terminal::ChainVerdict& verdict) : json_(json) {
    if (json_) {
        fmt::print(R"json({{"rows":{},"first_broken":{},"receptions":[)json", verdict.rows,
                   verdict.first_broken ? std::to_string(*verdict.first_broken) : "null");
        return;
    }
    fmt::print("chain: {}\n\n{:>6}  {:<20}  {:<6}  {:<24}  {:<5}  {:<24}  {:<24}  {:<24}  {}\n",
               verdict.first_broken ? fmt::format("BROKEN at row {}", *verdict.first_broken)
                                    : fmt::format("whole, {} rows", verdict.rows),
               "row", "began (in Japan)", "way", "grade", "asked", "shown", "consents", "outcome",
               "incident");
}

void JournalReport::add(const terminal::AuditRow& row) {
    if (json_) {
        fmt::print("{}\n{}", rows_ == 0 ? "" : ",", document(row).dump());
    } else {
        fmt::print("{:>6}  {:<20}  {:<6}  {:<24}  {:<5}  {:<24}  {:<24}  {:<24}  {}\n", row.number,
                   in_japan(row.started_at), or_dash(row.way), or_dash(row.grade),
                   or_dash(row.asked), or_dash(row.shown), or_dash(row.consents),
                   or_dash(row.failure.empty() ? row.outcome : row.failure), or_dash(row.incident));
    }
    ++rows_;
}

void JournalReport::end(std::size_t found) {
    if (json_) {
        fmt::print("],\n\"found\":{}}}\n", found);
        return;
    }
    fmt::print("\n{} of {} rows shown\n", rows_, found);
}

} // namespace madoguchi::cli
