// A value that stands on the card outside every signature: may be shown, must not be relied upon.
#pragma once

#include <utility>

namespace madoguchi::jpki {

template <typename T>
class Unverified {
public:
    explicit Unverified(T value) : value_(std::move(value)) {}

    [[nodiscard]] const T& shown_but_not_proved() const noexcept { return value_; }

private:
    T value_;
};

} // namespace madoguchi::jpki
