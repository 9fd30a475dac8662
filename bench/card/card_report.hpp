// The figures of ./dev bench card as JSON.
#pragma once

#include "bench/card/card_tasks.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>

namespace madoguchi::bench {

// Exchanges that OpenSC's tools had with the same card, by task; absent where they cannot do it.
using OtherExchanges = std::map<CardTask, std::vector<sim::Exchange>>;

// Errors: as exchanges_of and needs_of.
[[nodiscard]] Result<nlohmann::ordered_json>
report(const sim::CardContent& content, const Holder& holder, const OtherExchanges& opensc);

} // namespace madoguchi::bench
