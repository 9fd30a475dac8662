// Cards that people put down by mistake, named so that they can be told which card it is. A name is
// a courtesy: nothing is ever accepted or refused because of it.
#pragma once

#include "jpki/card/card_session.hpp"

#include <cstdint>
#include <string_view>

namespace madoguchi::jpki {

enum class ForeignCardKind : std::uint8_t {
    DrivingLicence, // 運転免許証
    ResidenceCard,  // 在留カード, 特別永住者証明書
    Passport,       // 旅券
    CreditCard,     // credit, debit and prepaid cards of the EMV kind
    TransitCard, // 交通系ICカード and other FeliCa cards: fare, electronic money, staff passes
    MemoryCard,  // 会員証, 入退館証 …: a contactless card without applications
    Unknown,     // blank, or of a kind not listed here
};

// "driving-licence", "residence-card", "passport", "credit-card", "transit-card", "memory-card",
// "unknown".
[[nodiscard]] std::string_view name_of(ForeignCardKind kind) noexcept;

struct ForeignCard {
    ForeignCardKind kind{};
};

// What the reader calls a card without applications (PC/SC part 3, section 3.1.3.2.3: standard byte
// after the registered identifier A000000306). Nothing for any other card.
[[nodiscard]] std::optional<ForeignCardKind>
kind_of_storage_card(ByteView answer_to_reset) noexcept;

// Selects the applications by which other cards are told, one after the other, until one is there.
// Presents no number, reads no file. Errors: those of the way to the card, not of its answers.
[[nodiscard]] Result<ForeignCard> name_by_applications(CardSession& session, Deadline deadline);

} // namespace madoguchi::jpki
