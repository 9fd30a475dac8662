// Verified<T>: a value whose every proof held. Only TrustExaminer makes one.
#pragma once

#include "jpki/record/unverified.hpp"

#include <utility>
#include <variant>

namespace madoguchi::jpki {

template <typename T>
class Verified {
public:
    [[nodiscard]] const T& operator*() const noexcept { return value_; }
    [[nodiscard]] const T* operator->() const noexcept { return &value_; }

private:
    friend class TrustExaminer;
    explicit Verified(T value) : value_(std::move(value)) {}

    T value_;
};

// What an examination returns: the value proved, or the value with its proof missing.
template <typename T>
using Examined = std::variant<Verified<T>, Unverified<T>>;

} // namespace madoguchi::jpki
