// What the buttons of the two pages mean. Numbers are typed values from here on: what is not made
// of the right digits never gets this far.
#pragma once

#include "apdu/pin.hpp"
#include "eligibility/model/consent.hpp"
#include "jpki/card/front_number.hpp"
#include "terminal_app/workflow/way.hpp"

#include <variant>
#include <vector>

namespace madoguchi::terminal {

namespace action {

struct ChooseWay {
    Way way{};
};
struct EnterNumber {
    jpki::FrontNumber number;
};
struct EnterPin {
    apdu::Pin pin;
};
struct SpendLastTry {};
struct GiveConsents {
    std::vector<eligibility::ConsentItem> given; // of those offered; the others are refused
};
struct CallStaff {};
struct Cancel {};

struct ConfirmVisual {
    bool same_person = false;
};
struct AllowVisual {};
struct CancelSession {};

} // namespace action

using PatientAction =
    std::variant<action::ChooseWay, action::EnterNumber, action::EnterPin, action::SpendLastTry,
                 action::GiveConsents, action::CallStaff, action::Cancel>;
using StaffAction = std::variant<action::ConfirmVisual, action::AllowVisual, action::CancelSession>;

} // namespace madoguchi::terminal
