#include "bench/card/card_report.hpp"

#include "bench/card/task_needs.hpp"
#include "hw-sim/link/exchange_list.hpp"

#include <algorithm>

namespace madoguchi::bench {

namespace {

using nlohmann::ordered_json;

double milliseconds(sim::Microseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

sim::LinkModel model_at(sim::BitRate rate, double chip_factor = 1) {
    sim::LinkParameters link;
    link.bit_rate = rate;
    return sim::LinkModel(link, sim::ChipTimes().slower(chip_factor));
}

ordered_json sizes(const std::vector<sim::Exchange>& exchanges) {
    std::size_t bytes_out = 0;
    std::size_t bytes_in = 0;
    ordered_json list = ordered_json::array();
    for (const sim::Exchange& exchange : exchanges) {
        bytes_out += exchange.command_bytes;
        bytes_in += exchange.answer_bytes;
        list.push_back(sim::to_line(exchange));
    }
    return {{"exchanges", exchanges.size()},
            {"bytes_out", bytes_out},
            {"bytes_in", bytes_in},
            {"exchange_list", std::move(list)}};
}

ordered_json times(const std::vector<sim::Exchange>& exchanges, const std::vector<Need>& needs,
                   double chip_factor = 1) {
    ordered_json rates = ordered_json::array();
    for (const sim::BitRate rate : sim::all_bit_rates) {
        const sim::LinkModel model = model_at(rate, chip_factor);
        const sim::Microseconds modelled = model.time_of(exchanges);
        const sim::Microseconds limit = limit_of(needs, model);
        rates.push_back(
            {{"kbit_s", sim::kilobits_a_second(rate)},
             {"modelled_ms", milliseconds(modelled)},
             {"limit_ms", milliseconds(limit)},
             {"ratio", modelled / limit},
             {"least_ratio_with_short_length", limit_of(in_short_answers(needs), model) / limit}});
    }
    return rates;
}

double worst_ratio(const ordered_json& rates) {
    double worst = 0;
    for (const ordered_json& rate : rates) {
        worst = std::max(worst, rate["ratio"].get<double>());
    }
    return worst;
}

// How the ratio of a task hangs on the computing times, which are assumed.
ordered_json sensitivity(const std::vector<sim::Exchange>& exchanges,
                         const std::vector<Need>& needs) {
    ordered_json factors = ordered_json::array();
    for (const double factor : {0.0, 0.5, 1.0, 2.0, 4.0}) {
        factors.push_back({{"chip_times", factor},
                           {"worst_ratio", worst_ratio(times(exchanges, needs, factor))}});
    }
    return factors;
}

ordered_json list_of(const std::vector<Need>& needs) {
    ordered_json list = ordered_json::array();
    for (const Need& need : needs) {
        list.push_back(
            {{"what", need.what}, {"bytes_out", need.bytes_out}, {"bytes_in", need.bytes_in}});
    }
    return list;
}

ordered_json figures(const std::vector<sim::Exchange>& exchanges, const std::vector<Need>& needs) {
    ordered_json figures = sizes(exchanges);
    figures["link"] = times(exchanges, needs);
    return figures;
}

bool is_below_limit(const ordered_json& figures) {
    const ordered_json& rates = figures["link"];
    return std::any_of(rates.begin(), rates.end(),
                       [](const ordered_json& rate) { return rate["ratio"] < 1.0; });
}

ordered_json goal(const std::string& text, double value, double allowed) {
    return {{"goal", text}, {"value", value}, {"allowed", allowed}, {"met", value <= allowed}};
}

void add_time_goals(ordered_json& goals, const std::string& lengths, const ordered_json& rates,
                    double allowed) {
    for (const ordered_json& rate : rates) {
        goals.push_back(goal("full reception read, time over limit, " + lengths + " length, " +
                                 std::to_string(rate["kbit_s"].get<unsigned>()) + " kbit/s",
                             rate["ratio"], allowed));
    }
}

void add_goals(ordered_json& goals, CardTask task, const std::vector<Need>& needs,
               const ordered_json& extended, const ordered_json& short_lengths) {
    const auto exchanges = [](const ordered_json& figures) {
        return figures["exchanges"].get<double>();
    };
    switch (task) {
    case CardTask::AuthenticationCertificate:
        goals.push_back(goal("authentication certificate, exchanges with extended length",
                             exchanges(extended), 3));
        goals.push_back(goal("authentication certificate, exchanges with short length",
                             exchanges(short_lengths), 7));
        break;
    case CardTask::PinStatus:
        goals.push_back(goal("pin status, exchanges: one a key and one SELECT an application",
                             std::max(exchanges(extended), exchanges(short_lengths)),
                             static_cast<double>(needs.size()))); // each one key or application
        break;
    case CardTask::BasicFour:
        break;
    case CardTask::FullReception:
        add_time_goals(goals, "extended", extended["link"], 1.10);
        add_time_goals(goals, "short", short_lengths["link"], 1.25);
        break;
    }
}

} // namespace

Result<ordered_json> report(const sim::CardContent& content, const Holder& holder,
                            const OtherExchanges& opensc) {
    ordered_json tasks = ordered_json::array();
    ordered_json goals = ordered_json::array();
    for (const CardTask task : all_card_tasks) {
        const auto needs = MADOGUCHI_TRY(needs_of(task, content, holder.persona));
        const auto with_extended =
            MADOGUCHI_TRY(exchanges_of(task, content, Lengths::Extended, holder));
        const auto with_short = MADOGUCHI_TRY(exchanges_of(task, content, Lengths::Short, holder));
        ordered_json entry{{"task", name_of(task)},
                           {"needs", list_of(needs)},
                           {"extended", figures(with_extended, needs)},
                           {"short", figures(with_short, needs)}};
        entry["extended"]["sensitivity"] = sensitivity(with_extended, needs);
        entry["short"]["sensitivity"] = sensitivity(with_short, needs);
        if (is_below_limit(entry["extended"]) || is_below_limit(entry["short"])) {
            return fail(ErrorCode::Internal, "a task beats its limit: its needs are wrong");
        }
        const auto others = opensc.find(task);
        entry["opensc"] = others != opensc.end() ? figures(others->second, needs) : ordered_json();
        add_goals(goals, task, needs, entry["extended"], entry["short"]);
        tasks.push_back(std::move(entry));
    }
    return ordered_json{{"persona", holder.persona.id}, {"tasks", tasks}, {"goals", goals}};
}

} // namespace madoguchi::bench
