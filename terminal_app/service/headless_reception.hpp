// Receives exactly one patient without a browser: presses the buttons that a patient would.
#pragma once

#include "terminal_app/service/desk.hpp"

#include <string>

namespace madoguchi::terminal {

struct HeadlessWishes {
    Way way = Way::Face;
    bool consent_to_all = false;
    std::optional<apdu::Pin> pin;    // typed once
    std::optional<bool> same_person; // what staff answer to the visual check
    std::chrono::seconds patience{120};
};

struct HeadlessResult {
    std::string outcome; // as on the pages, "not_confirmed", or "failed"
    std::optional<FailureReason> reason;
    std::optional<Way> way;
    std::vector<CardRemark> remarks; // where there is an answer about the insurance
    std::optional<face::LivenessVerdict> liveness;
    std::vector<StepTime> steps;
    bool front_differs = false; // printed dates and chip
    std::vector<StrandTime> strands;
    CardTraffic traffic;
    std::optional<std::chrono::milliseconds> tap_to_match; // by face
    std::chrono::milliseconds tap_to_answer{};
};

[[nodiscard]] HeadlessResult receive_one(Desk& desk, HeadlessWishes wishes);

// 0 eligible, 3 another outcome or person not confirmed, 1 could not be done.
[[nodiscard]] int exit_status(const HeadlessResult& result) noexcept;

// One stable JSON object on one line (docs/command-line.md).
[[nodiscard]] std::string to_json(const HeadlessResult& result);

// For people.
[[nodiscard]] std::string to_text(const HeadlessResult& result);

} // namespace madoguchi::terminal
