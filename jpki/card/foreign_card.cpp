#include "jpki/card/foreign_card.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::jpki {

namespace {

template <typename... Byte>
constexpr apdu::Aid aid(Byte... bytes) {
    return apdu::Aid(std::array{static_cast<std::uint8_t>(bytes)...});
}

// How the application wants to be selected: identity documents without answer data, payment cards
// with a file control template only.
enum class SelectForm : std::uint8_t { WithoutData, WithTemplate };

struct KnownApplication {
    ForeignCardKind kind;
    apdu::Aid application;
    SelectForm form;
};

// Card-interface reference, section 13; EMV Book 1 for the two payment directories.
constexpr std::array<KnownApplication, 5> known_applications{{
    {ForeignCardKind::DrivingLicence,
     aid(0xA0, 0, 0, 0x02, 0x31, 0x01, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), SelectForm::WithoutData},
    {ForeignCardKind::ResidenceCard,
     aid(0xD3, 0x92, 0xF0, 0, 0x4F, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), SelectForm::WithoutData},
    {ForeignCardKind::Passport, aid(0xA0, 0, 0, 0x02, 0x47, 0x10, 0x01), SelectForm::WithoutData},
    {ForeignCardKind::CreditCard,
     aid('2', 'P', 'A', 'Y', '.', 'S', 'Y', 'S', '.', 'D', 'D', 'F', '0', '1'),
     SelectForm::WithTemplate},
    {ForeignCardKind::CreditCard,
     aid('1', 'P', 'A', 'Y', '.', 'S', 'Y', 'S', '.', 'D', 'D', 'F', '0', '1'),
     SelectForm::WithTemplate},
}};

apdu::CommandApdu select(const KnownApplication& known) {
    apdu::CommandApdu command = apdu::command::select_application(known.application);
    if (known.form == SelectForm::WithTemplate) {
        command.header.p2 = 0x00;
        command.expected_length = apdu::ApduLimits::short_answer;
    }
    return command;
}

} // namespace

std::string_view name_of(ForeignCardKind kind) noexcept {
    switch (kind) {
    case ForeignCardKind::DrivingLicence:
        return "driving-licence";
    case ForeignCardKind::ResidenceCard:
        return "residence-card";
    case ForeignCardKind::Passport:
        return "passport";
    case ForeignCardKind::CreditCard:
        return "credit-card";
    case ForeignCardKind::TransitCard:
        return "transit-card";
    case ForeignCardKind::MemoryCard:
        return "memory-card";
    case ForeignCardKind::Unknown:
        return "unknown";
    }
    return "?";
}

std::optional<ForeignCardKind> kind_of_storage_card(ByteView answer_to_reset) noexcept {
    constexpr std::array<std::uint8_t, 12> storage_card{0x3B, 0x8F, 0x80, 0x01, 0x80, 0x4F,
                                                        0x0C, 0xA0, 0x00, 0x00, 0x03, 0x06};
    constexpr std::size_t whole_length = 20;
    constexpr std::uint8_t felica = 0x11;
    if (answer_to_reset.size() != whole_length ||
        !std::ranges::equal(answer_to_reset.first(storage_card.size()), storage_card)) {
        return std::nullopt;
    }
    return answer_to_reset[storage_card.size()] == felica ? ForeignCardKind::TransitCard
                                                          : ForeignCardKind::MemoryCard;
}

Result<ForeignCard> name_by_applications(CardSession& session, Deadline deadline) {
    constexpr std::size_t rounds = 16;
    constexpr std::size_t bytes = 4096;
    apdu::ExchangeBudget budget(rounds, bytes, deadline);
    for (const KnownApplication& known : known_applications) {
        const auto response = session.channel().exchange(select(known), budget);
        if (!response && response.error().group() == ErrorGroup::Transport) {
            return fail(response.error());
        }
        if (response && response->status().is_success()) {
            return ForeignCard{known.kind};
        }
    }
    return ForeignCard{ForeignCardKind::Unknown};
}

} // namespace madoguchi::jpki
