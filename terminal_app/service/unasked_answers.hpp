// Answers of an official reader beside the terminal, for the person at the desk: armed with what
// card and chart say, waited for, and counted whatever they turn out to be.
#pragma once

#include "eligibility/model/patient_index.hpp"
#include "eligibility/oqs/face_folder.hpp"
#include "terminal_app/service/message.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace madoguchi::terminal {

struct UnaskedSettings {
    std::filesystem::path folder; // of face files; empty: none come
    std::chrono::milliseconds patience = std::chrono::seconds(20);
};

// Not for use by two threads.
class UnaskedAnswers {
public:
    // clock outlives it.
    UnaskedAnswers(const UnaskedSettings& settings, std::string facility_code, const Clock& clock,
                   Post post);

    // Errors: LinkUnavailable.
    [[nodiscard]] Result<void> check() const { return folder_.check(); }

    // card: verified, of the person who was proved. chart: theirs in the clinic's index, or null.
    void expect(const eligibility::BasicItems& card, const eligibility::KnownPatient* chart);
    // Until it came, the patience is over or somebody else is to be served.
    [[nodiscard]] std::optional<eligibility::EligibilityAnswer>
    wait(const std::function<bool()>& gives_way);
    // The session is over; what came meanwhile is counted first.
    void forget();
    // Now and then, whether anybody is at the desk or not.
    void look(Deadline deadline = Deadline::passed());

private:
    eligibility::oqs::FaceFolder folder_;
    std::chrono::milliseconds patience_;
    std::string facility_code_;
    const Clock& clock_;
    Post post_;
    eligibility::oqs::FaceFileCounts told_;
};

} // namespace madoguchi::terminal
