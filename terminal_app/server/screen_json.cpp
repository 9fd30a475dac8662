#include "terminal_app/server/screen_json.hpp"

#include "terminal_app/diagnostics/failure_explanation.hpp"
#include "terminal_app/server/remark_json.hpp"

#include <nlohmann/json.hpp>

namespace madoguchi::terminal {

namespace {

using Json = nlohmann::ordered_json;

struct ScreenRow {
    Phase phase{};
    std::string_view screen;
    std::string_view message;
};

constexpr std::array<ScreenRow, phase_count> screens{{
    {Phase::Idle, "idle", "screen.idle"},
    {Phase::OutOfService, "failure", "screen.failure.out_of_service"},
    {Phase::Recognising, "reading", "screen.reading.card"},
    {Phase::ChoosingWay, "choose_way", "screen.choose_way"},
    {Phase::ReadingNumber, "reading", "screen.reading.number"},
    {Phase::EnteringNumber, "enter_number_b", "screen.enter_number_b"},
    {Phase::ReadingCard, "reading", "screen.reading.card"},
    {Phase::MatchingFace, "face", "screen.face"},
    {Phase::ConfirmingLastTry, "enter_pin", "screen.enter_pin.last_try"},
    {Phase::EnteringPin, "enter_pin", "screen.enter_pin"},
    {Phase::CheckingPin, "reading", "screen.reading.pin"},
    {Phase::AwaitingVisual, "visual_wait", "screen.visual_wait"},
    {Phase::ChoosingOtherWay, "choose_way", "screen.choose_way.other"},
    {Phase::Consenting, "consents", "screen.consents"},
    {Phase::CheckingEligibility, "checking", "screen.checking"},
    {Phase::ShowingOutcome, "outcome", "screen.outcome"},
    {Phase::ShowingFailure, "failure", "screen.failure"},
    {Phase::ShowingCardGone, "failure", "screen.failure"},
    {Phase::TakingCard, "take_card", "screen.take_card"},
    {Phase::CardLeft, "take_card", "screen.take_card.left"},
    {Phase::Stopped, "failure", "screen.failure.out_of_service"},
}};

std::string message_of(const State& state) {
    if (state.phase == Phase::ChoosingOtherWay && state.way && state.ways.contains(*state.way)) {
        return "screen.choose_way.again";
    }
    std::string message(screens[static_cast<std::size_t>(state.phase)].message);
    const bool asks_again =
        state.phase == Phase::EnteringPin || state.phase == Phase::EnteringNumber;
    return asks_again && state.rejected ? message + ".rejected" : message;
}

template <typename Value>
Json or_null(const std::optional<Value>& value) {
    return value ? Json(*value) : Json();
}

Json reason_or_null(const State& state) {
    return state.reason ? Json(code_of(*state.reason)) : Json();
}

Json guidance_or_null(const State& state) {
    return state.guidance.empty() ? Json() : Json(state.guidance);
}

void add_ways(Json& json, const State& state) {
    json["ways"] = Json::array();
    for (const Way way : all_ways) {
        if (state.ways.contains(way)) {
            json["ways"].push_back(name_of(way));
        }
    }
    json["reason"] = reason_or_null(state);
}

void add_failure(Json& json, const DeskView& view) {
    const FailureReason reason = view.state.reason.value_or(FailureReason::SystemInternal);
    json["reason"] = code_of(reason);
    json["title"] = title_text_id(reason);
    json["next_steps"] = Json::array();
    for (const std::string_view step : explanation_of(reason).next_steps) {
        json["next_steps"].push_back(step);
    }
    json["later"] = view.kept_for_later;
}

void add_outcome(Json& json, const DeskView& view) {
    using eligibility::OutcomeKind;
    const OutcomeKind outcome = view.state.outcome.value_or(OutcomeKind::Failed);
    json["outcome"] = name_of(outcome);
    json["note"] = outcome == OutcomeKind::EligibleWithNote ? Json("note.from_service") : Json();
    json["remarks"] = remarks_json(view);
    json["later"] = view.kept_for_later;
}

void add_pin(Json& json, const State& state) {
    json["tries_left"] = state.tries_left.value_or(0);
    json["last_try"] = state.phase == Phase::ConfirmingLastTry;
    json["rejected"] = state.rejected;
}

void add_consents(Json& json, const DeskView& view) {
    json["items"] = Json::array();
    for (const eligibility::ConsentItem item : view.consent_items) {
        json["items"].push_back(name_of(item));
    }
}

void add_fields(Json& json, const DeskView& view) {
    const State& state = view.state;
    const std::string_view screen = screen_name(state.phase);
    if (screen == "choose_way") {
        add_ways(json, state);
    } else if (screen == "enter_number_b") {
        json["digits"] = jpki::digit_count(state.front_number);
        json["tries_left"] = or_null(state.tries_left);
        json["rejected"] = state.rejected;
        json["reason"] = reason_or_null(state);
    } else if (state.phase == Phase::ReadingNumber) {
        json["guidance"] = guidance_or_null(state);
    } else if (screen == "face") {
        json["guidance"] = guidance_or_null(state);
        json["progress"] = state.progress;
    } else if (screen == "enter_pin") {
        add_pin(json, state);
    } else if (screen == "consents") {
        add_consents(json, view);
    } else if (screen == "outcome") {
        add_outcome(json, view);
    } else if (screen == "failure") {
        add_failure(json, view);
    }
}

} // namespace

std::string_view screen_name(Phase phase) noexcept {
    return screens[static_cast<std::size_t>(phase)].screen;
}

std::string patient_screen_json(const DeskView& view) {
    Json json;
    json["screen"] = screen_name(view.state.phase);
    json["message"] = message_of(view.state);
    add_fields(json, view);
    json["staff_called"] = view.state.staff_called;
    return json.dump();
}

} // namespace madoguchi::terminal
