// The texts themselves, one row for each reason in the order of the enumeration. Included by
// failure_explanation.cpp only.
#pragma once

#include "terminal_app/diagnostics/failure_explanation.hpp"

#include <array>

namespace madoguchi::terminal {

namespace next {
inline constexpr std::array<std::string_view, 2> present_again{"next.present_again",
                                                               "next.ask_staff"};
inline constexpr std::array<std::string_view, 2> take_card{"next.take_card", "next.ask_staff"};
inline constexpr std::array<std::string_view, 2> my_number_card{"next.my_number_card",
                                                                "next.ask_staff"};
inline constexpr std::array<std::string_view, 2> other_way{"next.other_way", "next.ask_staff"};
inline constexpr std::array<std::string_view, 2> look_alone{"next.look_alone", "next.other_way"};
inline constexpr std::array<std::string_view, 3> municipality{"next.other_way", "next.municipality",
                                                              "next.ask_staff"};
inline constexpr std::array<std::string_view, 2> other_proof{"next.ask_staff", "next.other_proof"};
inline constexpr std::array<std::string_view, 2> wait{"next.wait", "next.ask_staff"};
inline constexpr std::array<std::string_view, 1> ask_staff{"next.ask_staff"};
inline constexpr std::array<std::string_view, 2> try_again{"next.try_again", "next.ask_staff"};
} // namespace next

inline constexpr std::array<FailureExplanation, failure_reason_count> failure_texts{{
#include "terminal_app/diagnostics/failure_texts_card.inc"
#include "terminal_app/diagnostics/failure_texts_other.inc"
}};

} // namespace madoguchi::terminal
