// Collects what validation finds.
#pragma once

#include "eligibility/oqs/validation.hpp"

#include <algorithm>
#include <utility>

namespace madoguchi::eligibility::oqs {

class Violations {
public:
    void add(Severity severity, std::string_view element, StaticText rule) {
        const Violation violation{severity, element, rule, record_};
        if (found_.size() < limit &&
            std::find(found_.begin(), found_.end(), violation) == found_.end()) {
            found_.push_back(violation);
        }
    }
    void expect(bool holds, Severity severity, std::string_view element, StaticText rule) {
        if (!holds) {
            add(severity, element, rule);
        }
    }
    void next_record() { ++record_; }
    [[nodiscard]] std::vector<Violation> take() { return std::move(found_); }

private:
    static constexpr std::size_t limit = 1000; // enough to see what is wrong with a file

    std::vector<Violation> found_;
    std::size_t record_ = 0;
};

} // namespace madoguchi::eligibility::oqs
