// From the body of a request to an action, or to what is wrong with it.
#pragma once

#include "hal/base/error.hpp"
#include "hal/base/secret.hpp"
#include "terminal_app/service/action.hpp"

#include <tl/expected.hpp>

namespace madoguchi::terminal {

// What a developer reads in the answer; never what was sent.
struct ActionProblem {
    StaticText text;
};

// The body is taken over and wiped. items: the consents that the patient is asked for now.
[[nodiscard]] tl::expected<PatientAction, ActionProblem>
read_patient_action(SecretBytes body, const std::vector<eligibility::ConsentItem>& items);

[[nodiscard]] tl::expected<StaffAction, ActionProblem> read_staff_action(SecretBytes body);

} // namespace madoguchi::terminal
