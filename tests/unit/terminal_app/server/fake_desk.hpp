// A desk that a test lays out: remembers what was pressed, answers as told.
#pragma once

#include "terminal_app/service/desk.hpp"

#include <mutex>

namespace madoguchi::test {

class FakeDesk final : public terminal::Desk {
public:
    FakeDesk() { show(terminal::State{}); }

    void show(terminal::State state) {
        terminal::DeskView view;
        view.state = std::move(state);
        view.consent_items = {eligibility::ConsentItem::Medication,
                              eligibility::ConsentItem::Surgery};
        for (std::size_t i = 0; i < terminal::part_count; ++i) {
            view.health[i].part = static_cast<terminal::Part>(i);
        }
        view.photo_is_shown = photo_.newest().value != nullptr;
        views_.publish(std::make_shared<const terminal::DeskView>(std::move(view)));
    }
    void show_photo(ByteView picture) {
        photo_.publish(std::make_shared<const SecretBytes>(picture));
    }
    void show_preview(ByteView picture) {
        preview_.publish(std::make_shared<const SecretBytes>(picture));
    }
    void end_preview() { preview_.publish(nullptr); }
    void answer_with(terminal::ActionVerdict verdict) { verdict_ = verdict; }

    [[nodiscard]] std::size_t actions() const {
        const std::scoped_lock lock(mutex_);
        return patient_actions_.size() + staff_actions_.size();
    }
    [[nodiscard]] terminal::PatientAction take_patient_action() {
        const std::scoped_lock lock(mutex_);
        terminal::PatientAction action = std::move(patient_actions_.back());
        patient_actions_.pop_back();
        return action;
    }
    [[nodiscard]] terminal::StaffAction take_staff_action() {
        const std::scoped_lock lock(mutex_);
        terminal::StaffAction action = staff_actions_.back();
        staff_actions_.pop_back();
        return action;
    }

    [[nodiscard]] const terminal::Board<terminal::DeskView>& views() const override {
        return views_;
    }
    [[nodiscard]] const terminal::Board<SecretBytes>& preview() const override { return preview_; }
    [[nodiscard]] std::shared_ptr<const SecretBytes> photo() const override {
        return photo_.newest().value;
    }
    [[nodiscard]] terminal::ActionVerdict submit(terminal::PatientAction action) override {
        const std::scoped_lock lock(mutex_);
        patient_actions_.push_back(std::move(action));
        return verdict_;
    }
    [[nodiscard]] terminal::ActionVerdict submit(terminal::StaffAction action) override {
        const std::scoped_lock lock(mutex_);
        staff_actions_.push_back(action);
        return verdict_;
    }

private:
    terminal::Board<terminal::DeskView> views_;
    terminal::Board<SecretBytes> preview_;
    terminal::Board<SecretBytes> photo_;
    std::atomic<terminal::ActionVerdict> verdict_{terminal::ActionVerdict::Done};
    mutable std::mutex mutex_;
    std::vector<terminal::PatientAction> patient_actions_;
    std::vector<terminal::StaffAction> staff_actions_;
};

} // namespace madoguchi::test
