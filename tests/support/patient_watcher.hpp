// Waits for a card front's number as long as it takes, and keeps what it was told.
#pragma once

#include "hal/surface_number_source.hpp"

#include <atomic>
#include <set>

namespace madoguchi::test {

class PatientWatcher final : public hal::SurfaceWatcher {
public:
    void on_hindrance(StaticText text_id) override {
        hindrances.emplace(text_id.view());
        ++looks;
    }
    void on_slow_camera() override { told_slow = true; }
    [[nodiscard]] bool is_wanted() const override { return !loses_interest || looks == 0; }

    std::set<std::string_view> hindrances; // text ids
    int looks = 0;                         // that gave no number
    bool told_slow = false;
    bool loses_interest = false; // after the first look
};

} // namespace madoguchi::test
