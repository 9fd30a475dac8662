#include "terminal_app/cli/card_words.hpp"

namespace madoguchi::cli {

std::string_view in_words(jpki::TokenKind kind) noexcept {
    switch (kind) {
    case jpki::TokenKind::MyNumberCard:
        return "My Number card (マイナンバーカード)";
    case jpki::TokenKind::NextGenerationCard:
        return "My Number card, next generation (provisional, no public APDU specification)";
    case jpki::TokenKind::ResidentRegistryCard:
        return "resident registry card (住基カード), the predecessor";
    case jpki::TokenKind::AndroidPhone:
        return "Android phone (スマホ用電子証明書)";
    case jpki::TokenKind::Iphone:
        return "iPhone (スマホ用電子証明書)";
    case jpki::TokenKind::Unknown:
        return "a token with certificates, of a kind this program does not know";
    }
    return "?";
}

std::string_view remark_on(jpki::TokenKind kind) noexcept {
    return jpki::layout_of(kind).is_provisional
               ? "next generation (provisional, no public APDU specification)"
               : "";
}

std::string_view in_words(jpki::ForeignCardKind kind) noexcept {
    using enum jpki::ForeignCardKind;
    switch (kind) {
    case DrivingLicence:
        return "driving licence (運転免許証)";
    case ResidenceCard:
        return "residence card (在留カード) or special permanent resident certificate";
    case Passport:
        return "passport (旅券)";
    case CreditCard:
        return "credit, debit or prepaid card";
    case TransitCard:
        return "FeliCa card: transit (交通系IC), electronic money or the like";
    case MemoryCard:
        return "contactless memory card: membership, building pass or the like";
    case Unknown:
        return "blank card, or a kind this program does not know";
    }
    return "?";
}

StaticText instead_of_a_my_number_card(jpki::ForeignCardKind kind) noexcept {
    using enum jpki::ForeignCardKind;
    switch (kind) {
    case DrivingLicence:
        return "this is a driving licence, not a My Number card";
    case ResidenceCard:
        return "this is a residence card, not a My Number card";
    case Passport:
        return "this is a passport, not a My Number card";
    case CreditCard:
        return "this is a credit or bank card, not a My Number card";
    case TransitCard:
        return "this is a transit or electronic money card (FeliCa), not a My Number card";
    case MemoryCard:
        return "this is a memory card without applications, not a My Number card";
    case Unknown:
        break;
    }
    return "this is not a My Number card, and no other card this program knows";
}

} // namespace madoguchi::cli
