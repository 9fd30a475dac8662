#include "terminal_app/service/card_data.hpp"

namespace madoguchi::terminal {

namespace {

eligibility::Sex sex_of(jpki::Sex sex) {
    switch (sex) {
    case jpki::Sex::Male:
        return eligibility::Sex::Male;
    case jpki::Sex::Female:
        return eligibility::Sex::Female;
    case jpki::Sex::NotStated:
        break;
    }
    return eligibility::Sex::NotStated;
}

CivilDate date_of(const jpki::BirthDate& date) {
    return {std::chrono::year(date.year), std::chrono::month(date.month.value_or(0)),
            std::chrono::day(date.day.value_or(0))};
}

} // namespace

const jpki::BasicFourAttributes& CardData::basic_four() const {
    return std::visit([](const auto& reading) -> const auto& { return *reading.basic_four; },
                      reading_);
}

const jpki::TrustVerdict& CardData::verdict() const {
    return std::visit([](const auto& reading) -> const auto& { return reading.verdict; }, reading_);
}

const jpki::FacePhoto* CardData::photo() const {
    const auto* whole = std::get_if<jpki::ReceptionReading>(&reading_);
    return whole != nullptr ? &whole->surface->photo : nullptr;
}

const jpki::UserAuthenticationCertificate* CardData::certificate() const {
    const auto* whole = std::get_if<jpki::ReceptionReading>(&reading_);
    return whole != nullptr ? &*whole->certificate : nullptr;
}

std::optional<CivilDate> CardData::card_expiry() const {
    const auto* whole = std::get_if<jpki::ReceptionReading>(&reading_);
    return whole != nullptr ? std::optional(whole->surface->card_expiry.shown_but_not_proved())
                            : std::nullopt;
}

eligibility::BasicItems basic_items(const jpki::BasicFourAttributes& card) {
    eligibility::BasicItems items;
    items.name = card.name.reveal();
    items.birth_date = date_of(card.birth_date);
    items.sex = sex_of(card.sex);
    items.address = card.address.reveal();
    return items;
}

} // namespace madoguchi::terminal
