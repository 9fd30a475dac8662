// What is wrong or odd in a message that could be read. Reading takes what it can; this tells the
// engineer what the other side should mend. Source: eligibility interface notes, sections 3 to 6.
#pragma once

#include "eligibility/oqs/message.hpp"
#include "hal/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace madoguchi::eligibility::oqs {

enum class Severity : std::uint8_t {
    Wrong, // against the interface
    Odd,   // seen in practice or not known to be wrong
};

// "wrong", "odd".
[[nodiscard]] std::string_view name_of(Severity severity) noexcept;

// Never holds a value of the message.
struct Violation {
    Severity severity;
    std::string_view element; // its name; a literal
    StaticText rule;
    std::size_t record; // 0: the message itself, n: its n-th person, question or unit

    friend bool operator==(const Violation& a, const Violation& b) {
        return a.severity == b.severity && a.element == b.element &&
               a.rule.view() == b.rule.view() && a.record == b.record;
    }
};

// Each once, the first thousand.
[[nodiscard]] std::vector<Violation> validate(const Message& message);

} // namespace madoguchi::eligibility::oqs
