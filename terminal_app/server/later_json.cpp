#include "terminal_app/server/later_json.hpp"

#include <fmt/chrono.h>
#include <nlohmann/json.hpp>

namespace madoguchi::terminal {

namespace {

using Json = nlohmann::ordered_json;

std::string text_of(CivilTime time) {
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", time);
}

Json or_null(const std::optional<CivilTime>& time) {
    return time ? Json(text_of(*time)) : Json();
}

// 照会番号 is the clinic's own; what else would tell who it was stays sealed.
Json reference_number_of(const LaterList& list, std::int64_t number) {
    const auto question = list.question(number);
    return question && *question ? Json((*question)->reference_number) : Json();
}

} // namespace

Result<std::string> later_json(const LaterList& list) {
    Json rows = Json::array();
    for (const LaterRow& row : MADOGUCHI_TRY(list.rows())) {
        rows.push_back({{"number", row.number},
                        {"reference_number", reference_number_of(list, row.number)},
                        {"state", name_of(row.state)},
                        {"reason", row.reason},
                        {"asks", row.asks},
                        {"kept_at", text_of(row.created_at)},
                        {"asked_at", or_null(row.asked_at)},
                        {"settled_at", or_null(row.settled_at)}});
    }
    return Json{{"rows", std::move(rows)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

tl::expected<LaterAction, ActionProblem> read_later_action(const SecretBytes& body) {
    const Json json = Json::parse(body.reveal().begin(), body.reveal().end(), nullptr, false);
    const auto is_fit = [&](const char* action, std::size_t members) {
        return json.is_object() && json.size() == members && json.value("action", Json()) == action;
    };
    const bool closes = is_fit("close", 3);
    if ((!closes && !is_fit("retry", 2)) || !json.contains("number") ||
        !json["number"].is_number_integer()) {
        return tl::unexpected(ActionProblem{
            "the body is neither {action:retry,number} nor {action:close,number,as}"});
    }
    LaterAction action{json["number"].get<std::int64_t>(), {}};
    if (closes) {
        const Json as = json.value("as", Json());
        action.close_as = as.is_string() ? later_state_named(as.get<std::string>()) : std::nullopt;
        if (!action.close_as || !is_closed(*action.close_as)) {
            return tl::unexpected(ActionProblem{"a row closes as confirmed or as given-up"});
        }
    }
    return action;
}

Result<bool> perform(LaterList& list, const LaterAction& action) {
    return action.close_as ? list.close(action.number, *action.close_as)
                           : list.retry(action.number);
}

} // namespace madoguchi::terminal
