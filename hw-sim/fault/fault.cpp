#include "hw-sim/fault/fault.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

using enum FaultKind;

constexpr NamedFault flip(std::string_view name, FlipPlace place) {
    return {name, {FlippedBit, static_cast<std::uint16_t>(place)}};
}

constexpr NamedFault lie(std::string_view name, LyingLength length) {
    return {name, {LyingHeader, static_cast<std::uint16_t>(length)}};
}

constexpr NamedFault status(std::string_view name, std::uint16_t value) {
    return {name, {StatusWord, value}};
}

constexpr std::array faults{
    NamedFault{"removed-before", {RemovedBefore}},
    NamedFault{"removed-during-not-executed", {RemovedDuringNotExecuted}},
    NamedFault{"removed-during-executed", {RemovedDuringExecuted}},
    NamedFault{"reset", {Reset}},
    NamedFault{"reset-unnoticed", {ResetUnnoticed}},
    NamedFault{"swapped", {Swapped}},
    NamedFault{"swapped-unnoticed", {SwappedUnnoticed}},
    NamedFault{"mute", {Mute}},
    NamedFault{"slow", {Slow}},
    NamedFault{"empty-answer", {EmptyAnswer}},
    NamedFault{"one-byte-answer", {OneByteAnswer}},
    NamedFault{"over-long-answer", {OverLongAnswer}},
    NamedFault{"longer-than-asked", {LongerThanAsked}},
    NamedFault{"half-answer", {HalfAnswer}},
    NamedFault{"short-answer", {ShortAnswer}},
    flip("flipped-first-byte", FlipPlace::FirstByte),
    flip("flipped-middle-byte", FlipPlace::MiddleByte),
    flip("flipped-last-byte", FlipPlace::LastByte),
    flip("flipped-sw1", FlipPlace::Sw1),
    flip("flipped-sw2", FlipPlace::Sw2),
    status("status-0000", 0x0000),
    status("status-6100", 0x6100),
    status("status-61FF", 0x61FF),
    status("status-6282", 0x6282),
    status("status-6300", 0x6300),
    status("status-63C0", 0x63C0),
    status("status-6581", 0x6581),
    status("status-6700", 0x6700),
    status("status-6982", 0x6982),
    status("status-6983", 0x6983),
    status("status-6984", 0x6984),
    status("status-6985", 0x6985),
    status("status-6986", 0x6986),
    status("status-6A82", 0x6A82),
    status("status-6A86", 0x6A86),
    status("status-6B00", 0x6B00),
    status("status-6CFF", 0x6CFF),
    status("status-6D00", 0x6D00),
    status("status-6E00", 0x6E00),
    status("status-6F00", 0x6F00),
    status("status-FFFF", 0xFFFF),
    NamedFault{"endless-more-data", {EndlessMoreData}},
    NamedFault{"more-data-without-data", {MoreDataWithoutData}},
    NamedFault{"endless-exact-length", {EndlessExactLength}},
    NamedFault{"success-without-data", {SuccessWithoutData}},
    lie("header-indefinite", LyingLength::Indefinite),
    lie("header-not-shortest", LyingLength::NotShortest),
    lie("header-zero", LyingLength::Zero),
    lie("header-larger-than-file", LyingLength::LargerThanFile),
    lie("header-larger-than-memory", LyingLength::LargerThanMemory),
    lie("header-one-more", LyingLength::OneMore),
    lie("header-one-less", LyingLength::OneLess),
};

} // namespace

std::span<const NamedFault> all_faults() noexcept {
    return faults;
}

} // namespace madoguchi::sim
