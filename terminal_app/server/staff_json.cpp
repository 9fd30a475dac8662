#include "terminal_app/diagnostics/failure_explanation.hpp"
#include "terminal_app/server/remark_json.hpp"
#include "terminal_app/server/screen_json.hpp"
#include "terminal_app/service/liveness_notice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace madoguchi::terminal {

namespace {

using Json = nlohmann::ordered_json;

Json health_of(const DeskView& view) {
    Json list = Json::array();
    for (const Part part :
         {Part::Reader, Part::Surface, Part::Camera, Part::Face, Part::Eligibility, Part::Ties}) {
        const PartHealth& health = view.health[static_cast<std::size_t>(part)];
        list.push_back({{"part", name_of(part)},
                        {"state", name_of(health.condition)},
                        {"reason", health.reason ? Json(code_of(*health.reason)) : Json()}});
    }
    return list;
}

Json failure_of(const State& state) {
    std::optional<FailureReason> reason = state.reason;
    if (state.phase == Phase::CardLeft) {
        reason = FailureReason::CardLeft;
    }
    if (!reason) {
        return {};
    }
    return {{"reason", code_of(*reason)},
            {"title", title_text_id(*reason)},
            {"cause", cause_text_id(*reason)},
            {"remedy", remedy_text_id(*reason)},
            {"engineer", explanation_of(*reason).engineer.cause}};
}

Json visual_check_of(const DeskView& view) {
    if (view.state.phase != Phase::AwaitingVisual) {
        return {};
    }
    return {{"photo", view.photo_is_shown ? Json("/api/staff/photo") : Json()}};
}

Json steps_of(const DeskView& view) {
    Json list = Json::array();
    for (const StepTime& step : view.steps) {
        list.push_back({{"name", step.name}, {"ms", step.duration.count()}});
    }
    return list;
}

std::string code_point(char32_t point) {
    constexpr int shortest = 4;
    return fmt::format("U+{:0{}X}", static_cast<std::uint32_t>(point), shortest);
}

// What staff are told of the answer: codes, single characters, the service's own words.
Json answer_of(const AnswerSummary& answer) {
    Json notices = Json::array();
    for (const StaffNotice notice : answer.notices) {
        notices.push_back(name_of(notice));
    }
    Json replacements = Json::array();
    for (const auto& [element, replacement] : answer.replacements) {
        replacements.push_back({{"element", element},
                                {"character", code_point(replacement.code_point)},
                                {"by", replacement.by}});
    }
    Json signals = Json::array();
    for (const auto signal : answer.signals) {
        signals.push_back(name_of(signal));
    }
    return {{"notices", std::move(notices)},
            {"replacements", std::move(replacements)},
            {"signals", std::move(signals)},
            {"incident", answer.incident.empty() ? Json() : Json(answer.incident)},
            {"service_code", answer.service_code},
            {"service_message", answer.service_message}};
}

// Of the face files that came unasked, since the start.
Json face_files_of(const eligibility::oqs::FaceFileCounts& counts) {
    Json json = Json::object();
    for (std::size_t i = 0; i < eligibility::fit_count; ++i) {
        const auto fit = static_cast<eligibility::Fit>(i);
        json[std::string(name_of(fit))] = counts.of(fit);
    }
    json["unreadable"] = counts.unreadable;
    return json;
}

Json outcome_of(const State& state) {
    if (state.outcome) {
        return name_of(*state.outcome);
    }
    const bool not_confirmed = state.reason == FailureReason::IdentityMismatch ||
                               state.reason == FailureReason::IdentityNotConfirmed;
    return not_confirmed ? Json("not_confirmed") : Json();
}

} // namespace

std::string staff_view_json(const DeskView& view) {
    const State& state = view.state;
    Json json;
    json["screen"] = screen_name(state.phase);
    json["way"] = state.way ? Json(name_of(*state.way)) : Json();
    json["health"] = health_of(view);
    json["failure"] = failure_of(state);
    json["visual_check"] = visual_check_of(view);
    json["staff_called"] = state.staff_called;
    json["steps"] = steps_of(view);
    json["outcome"] = outcome_of(state);
    json["remarks"] = remarks_json(view);
    json["front_differs"] = view.front_differs && state.phase != Phase::Idle;
    json["liveness"] = liveness_json(view.liveness);
    json["compare"] = state.staff_should_compare;
    json["answer"] = answer_of(view.answer);
    json["later"] = {{"kept", view.kept_for_later},
                     {"usable", view.later.is_usable},
                     {"open", view.later.counts.open},
                     {"for_staff", view.later.counts.for_staff}};
    json["face_files"] = face_files_of(view.face_files.counts);
    return json.dump();
}

} // namespace madoguchi::terminal
