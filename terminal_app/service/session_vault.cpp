#include "terminal_app/service/session_vault.hpp"

#include <utility>

namespace madoguchi::terminal {

void SessionVault::keep(Attachment attachment) {
    if (auto* card = std::get_if<SharedCardData>(&attachment)) {
        card_ = std::move(*card);
    } else if (auto* number = std::get_if<jpki::FrontNumber>(&attachment)) {
        number_ = std::move(*number);
    } else if (auto* serial = std::get_if<CertificateSerial>(&attachment)) {
        serial_ = std::move(*serial);
    }
}

bool SessionVault::has_data_for(Way way) const {
    return card_ != nullptr && (way == Way::Pin || card_->photo() != nullptr);
}

std::optional<Bytes> SessionVault::certificate() const {
    if (serial_) {
        return serial_->digits;
    }
    if (card_ != nullptr && card_->certificate() != nullptr) {
        return to_bytes(as_bytes(card_->certificate()->serial_number()));
    }
    return std::nullopt;
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
    drop_numbers();
    if (serial_) {
        madoguchi::wipe(serial_->digits);
        serial_.reset();
    }
}

} // namespace madoguchi::terminal
