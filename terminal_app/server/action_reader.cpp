#include "terminal_app/server/action_reader.hpp"

#include "jpki/card/card_layout.hpp"

#include <nlohmann/json.hpp>

namespace madoguchi::terminal {

namespace {

using Json = nlohmann::json;
using PatientResult = tl::expected<PatientAction, ActionProblem>;
using StaffResult = tl::expected<StaffAction, ActionProblem>;

constexpr std::size_t pin_digits = jpki::current_card.public_key_service.pin_digits;

tl::unexpected<ActionProblem> refuse(StaticText text) {
    return tl::unexpected(ActionProblem{text});
}

// The JSON of a body; whatever it holds is wiped with it.
class Body {
public:
    explicit Body(const SecretBytes& bytes)
        : json_(Json::parse(bytes.reveal().begin(), bytes.reveal().end(), nullptr, false)) {}
    ~Body() { wipe_texts(json_); }
    Body(const Body&) = delete;
    Body& operator=(const Body&) = delete;

    // Empty when the body is not an object with a text of that name.
    [[nodiscard]] std::string_view text(const char* name) const {
        const Json* member = find(name);
        return member != nullptr && member->is_string()
                   ? std::string_view(member->get_ref<const std::string&>())
                   : std::string_view();
    }
    [[nodiscard]] const Json* find(const char* name) const {
        const auto found = json_.is_object() ? json_.find(name) : json_.end();
        return found == json_.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool has_members(std::size_t count) const {
        return json_.is_object() && json_.size() == count;
    }

private:
    static void wipe_texts(Json& json) {
        if (json.is_string()) {
            wipe(json.get_ref<std::string&>());
        }
        if (json.is_structured()) {
            for (Json& member : json) {
                wipe_texts(member);
            }
        }
    }

    Json json_;
};

PatientResult choose_way(const Body& body) {
    const auto way = way_named(body.text("way"));
    if (!way) {
        return refuse("way is none of face, pin, visual");
    }
    return PatientAction(action::ChooseWay{*way});
}

PatientResult enter_pin(const Body& body) {
    auto pin =
        apdu::Pin::from_digits(SecretBytes(as_bytes(body.text("digits"))), pin_digits, pin_digits);
    if (!pin) {
        return refuse("digits are not 4 digits");
    }
    return PatientAction(action::EnterPin{std::move(*pin)});
}

PatientResult enter_number(const Body& body) {
    const std::string_view digits = body.text("digits");
    for (const auto kind :
         {jpki::FrontNumberKind::NumberB, jpki::FrontNumberKind::VerificationNumber}) {
        if (auto number = jpki::front_number_from(kind, SecretBytes(as_bytes(digits)))) {
            return PatientAction(action::EnterNumber{std::move(*number)});
        }
    }
    return refuse("digits are neither the 14 digits of 照合番号B nor the 6 of 照合番号");
}

PatientResult give_consents(const Body& body, const std::vector<eligibility::ConsentItem>& items) {
    const Json* answers = body.find("answers");
    if (answers == nullptr || !answers->is_object() || answers->size() != items.size()) {
        return refuse("answers must answer each item asked, and nothing else");
    }
    action::GiveConsents given;
    for (const eligibility::ConsentItem item : items) {
        const auto answer = answers->find(std::string(name_of(item)));
        if (answer == answers->end() || !answer->is_boolean()) {
            return refuse("answers must answer each item asked with true or false");
        }
        if (answer->get<bool>()) {
            given.given.push_back(item);
        }
    }
    return PatientAction(std::move(given));
}

} // namespace

PatientResult read_patient_action(SecretBytes bytes,
                                  const std::vector<eligibility::ConsentItem>& items) {
    const Body body(bytes);
    const std::string_view name = body.text("action");
    if (name == "choose_way" && body.has_members(2)) {
        return choose_way(body);
    }
    if (name == "enter_pin" && body.has_members(2)) {
        return enter_pin(body);
    }
    if (name == "enter_number_b" && body.has_members(2)) {
        return enter_number(body);
    }
    if (name == "consent" && body.has_members(2)) {
        return give_consents(body, items);
    }
    if (body.has_members(1)) {
        if (name == "spend_last_try") {
            return PatientAction(action::SpendLastTry{});
        }
        if (name == "call_staff") {
            return PatientAction(action::CallStaff{});
        }
        if (name == "cancel") {
            return PatientAction(action::Cancel{});
        }
    }
    return refuse("the body is no action of docs/terminal-api.md");
}

StaffResult read_staff_action(SecretBytes bytes) {
    const Body body(bytes);
    const std::string_view name = body.text("action");
    if (name == "confirm_visual" && body.has_members(2)) {
        const Json* same = body.find("same_person");
        if (same == nullptr || !same->is_boolean()) {
            return refuse("same_person is not true or false");
        }
        return StaffAction(action::ConfirmVisual{same->get<bool>()});
    }
    if (name == "allow_visual" && body.has_members(1)) {
        return StaffAction(action::AllowVisual{});
    }
    if (name == "cancel_session" && body.has_members(1)) {
        return StaffAction(action::CancelSession{});
    }
    return refuse("the body is no action of docs/terminal-api.md");
}

} // namespace madoguchi::terminal
