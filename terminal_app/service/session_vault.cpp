#include "terminal_app/service/session_vault.hpp"

#include <utility>

namespace madoguchi::terminal {

void SessionVault::keep(Attachment attachment) {
    if (auto* card = std::get_if<SharedCardData>(&attachment)) {
        card_ = std::move(*card);
    } else if (auto* number = std::get_if<jpki::FrontNumber>(&attachment)) {
        number_ = std::move(*number);
    } else if (auto* front = std::get_if<FrontReading>(&attachment)) {
        number_ = std::move(front->number);
        front_dates_ = std::move(front->dates);
    } else if (auto* certificate = std::get_if<CertificateFacts>(&attachment)) {
        certificate_ = std::move(*certificate);
    }
}

bool SessionVault::has_data_for(Way way) const {
    return card_ != nullptr && (way == Way::Pin || card_->photo() != nullptr);
}

std::optional<Bytes> SessionVault::certificate() const {
    if (certificate_) {
        return certificate_->serial_number;
    }
    if (card_ != nullptr && card_->certificate() != nullptr) {
        return to_bytes(as_bytes(card_->certificate()->serial_number()));
    }
    return std::nullopt;
}

std::optional<jpki::ValidityPeriod> SessionVault::certificate_validity() const {
    if (certificate_) {
        return certificate_->validity;
    }
    if (card_ != nullptr && card_->certificate() != nullptr) {
        return card_->certificate()->validity();
    }
    return std::nullopt;
}

std::vector<CardRemark> SessionVault::remarks(CivilTime now) const {
    std::vector<CardRemark> remarks;
    const auto add = [&remarks](std::optional<CardRemark> remark) {
        if (remark) {
            remarks.push_back(*remark);
        }
    };
    if (const auto validity = certificate_validity()) {
        add(remark_on(*validity, now));
    }
    if (const auto expiry = card_ != nullptr ? card_->card_expiry() : std::nullopt) {
        add(remark_on_card(*expiry, now));
    }
    return remarks;
}

bool SessionVault::front_differs() const {
    return card_ != nullptr && front_dates_ &&
           front_dates_->differ_from(card_->basic_four().birth_date, card_->card_expiry());
}

std::optional<jpki::FrontNumber> SessionVault::take_number() {
    return std::exchange(number_, std::nullopt);
}

std::optional<apdu::Pin> SessionVault::take_pin() {
    return std::exchange(pin_, std::nullopt);
}

void SessionVault::drop_numbers() {
    number_.reset();
    pin_.reset();
}

void SessionVault::wipe() {
    card_.reset();
    front_dates_.reset();
    drop_numbers();
    if (certificate_) {
        madoguchi::wipe(certificate_->serial_number);
        certificate_.reset();
    }
    chart_.reset();
}

} // namespace madoguchi::terminal
