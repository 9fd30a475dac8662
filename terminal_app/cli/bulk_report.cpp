#include "terminal_app/cli/bulk_report.hpp"

namespace madoguchi::cli {

namespace {

using namespace eligibility::identity;

// Sex is compared silently: the report counts it, the sample names it no more than a screen does.
nlohmann::ordered_json to_json(const SampledPair& pair) {
    nlohmann::ordered_json items = nlohmann::ordered_json::object();
    for (std::size_t item = 0; item < item_count; ++item) {
        const Finding& finding = pair.findings.at(item);
        if (static_cast<Item>(item) != Item::Sex) {
            items[std::string(name_of(static_cast<Item>(item)))] = {
                {"agreement", name_of(finding.agreement)}, {"rule", name_of(finding.rule)}};
        }
    }
    return {{"key", pair.key},
            {"line_a", pair.left_line},
            {"line_b", pair.right_line},
            {"verdict", name_of(pair.verdict)},
            {"items", items}};
}

nlohmann::ordered_json findings_to_json(const BulkTally& tally) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (std::size_t item = 0; item < item_count; ++item) {
        for (std::size_t agreement = 0; agreement < agreement_count; ++agreement) {
            for (std::size_t rule = 0; rule < rule_count; ++rule) {
                if (const auto count = tally.findings[item][agreement][rule]; count > 0) {
                    json[std::string(name_of(static_cast<Item>(item)))]
                        [std::string(name_of(static_cast<Agreement>(agreement)))]
                        [std::string(name_of(static_cast<Rule>(rule)))] = count;
                }
            }
        }
    }
    return json;
}

nlohmann::json position_to_json(const ListPosition& position) {
    // Keys of a CP932 file are bytes that are no UTF-8.
    return {position.offset, position.line,
            nlohmann::json::binary({position.key.begin(), position.key.end()})};
}

ListPosition position_from_json(const nlohmann::json& json) {
    const auto& key = json.at(2).get_binary();
    return {json.at(0), json.at(1), std::string(key.begin(), key.end())};
}

nlohmann::json sample_to_json(const SampledPair& pair) {
    nlohmann::json findings = nlohmann::json::array();
    for (const Finding& finding : pair.findings) {
        findings.push_back({finding.agreement, finding.rule});
    }
    return {pair.rank,      nlohmann::json::binary({pair.key.begin(), pair.key.end()}),
            pair.left_line, pair.right_line,
            pair.verdict,   findings};
}

SampledPair sample_from_json(const nlohmann::json& json) {
    const auto& key = json.at(1).get_binary();
    SampledPair pair{
        json.at(0), std::string(key.begin(), key.end()), json.at(2), json.at(3), json.at(4), {}};
    for (std::size_t item = 0; item < item_count; ++item) {
        pair.findings.at(item) = {json.at(5).at(item).at(0), json.at(5).at(item).at(1)};
    }
    return pair;
}

BulkState read_state(const nlohmann::json& json) {
    BulkState state{position_from_json(json.at("left")), position_from_json(json.at("right")), {}};
    BulkTally& tally = state.tally;
    const auto& counts = json.at("counts");
    tally.compared = counts.at(0);
    tally.only_left = counts.at(1);
    tally.only_right = counts.at(2);
    tally.repeated_left = counts.at(3);
    tally.repeated_right = counts.at(4);
    tally.verdicts = json.at("verdicts").get<decltype(tally.verdicts)>();
    tally.findings = json.at("findings").get<decltype(tally.findings)>();
    for (const auto& pair : json.at("sample")) {
        tally.sample.offer(sample_from_json(pair));
    }
    return state;
}

} // namespace

nlohmann::ordered_json to_json(const BulkTally& tally) {
    nlohmann::ordered_json verdicts = nlohmann::ordered_json::object();
    for (std::size_t verdict = 0; verdict < verdict_count; ++verdict) {
        verdicts[std::string(name_of(static_cast<Verdict>(verdict)))] = tally.verdicts.at(verdict);
    }
    nlohmann::ordered_json sample = nlohmann::ordered_json::array();
    for (const SampledPair& pair : tally.sample.pairs()) {
        sample.push_back(to_json(pair));
    }
    return {{"format", "madoguchi-identity-check/1"},
            {"compared", tally.compared},
            {"only_in_a", tally.only_left},
            {"only_in_b", tally.only_right},
            {"repeated_in_a", tally.repeated_left},
            {"repeated_in_b", tally.repeated_right},
            {"verdicts", verdicts},
            {"findings", findings_to_json(tally)},
            {"sample", sample}};
}

nlohmann::json state_to_json(const BulkState& state) {
    const BulkTally& tally = state.tally;
    nlohmann::json sample = nlohmann::json::array();
    for (const SampledPair& pair : tally.sample.pairs()) {
        sample.push_back(sample_to_json(pair));
    }
    return {{"left", position_to_json(state.left)},
            {"right", position_to_json(state.right)},
            {"counts",
             {tally.compared, tally.only_left, tally.only_right, tally.repeated_left,
              tally.repeated_right}},
            {"verdicts", tally.verdicts},
            {"findings", tally.findings},
            {"sample", sample}};
}

std::optional<BulkState> state_from_json(const nlohmann::json& json) {
    try {
        return read_state(json);
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

} // namespace madoguchi::cli
