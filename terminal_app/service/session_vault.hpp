// What one session must not show anyone: lives with the reception's thread, wiped at the end.
#pragma once

#include "hal/base/secret.hpp"
#include "terminal_app/service/card_remark.hpp"
#include "terminal_app/service/message.hpp"

namespace madoguchi::terminal {

class SessionVault {
public:
    SessionVault() = default;

    void keep(Attachment attachment);
    void keep(apdu::Pin pin) { pin_ = std::move(pin); }
    void keep(ChartFound chart) { chart_ = std::move(chart); }

    // What the card said; null when it was not read.
    [[nodiscard]] const SharedCardData& card() const noexcept { return card_; }
    // Whether this way needs nothing more from the card than what is here.
    [[nodiscard]] bool has_data_for(Way way) const;
    // Serial number, as digits.
    [[nodiscard]] std::optional<Bytes> certificate() const;
    // As what the clinic knows the patient, and what was asked; null when it was not, or not yet.
    [[nodiscard]] const ChartFound* chart() const noexcept { return chart_ ? &*chart_ : nullptr; }
    // On the certificate first; none before the card's answers were proved.
    [[nodiscard]] std::vector<CardRemark> remarks(CivilTime now) const;

    // Whether the printed front that was read shows other dates than the chip: it may have been
    // altered. The number it gave need not be the one that opened the chip.
    [[nodiscard]] bool front_differs() const;

    // Given out once.
    [[nodiscard]] std::optional<jpki::FrontNumber> take_number();
    [[nodiscard]] std::optional<apdu::Pin> take_pin();

    // Numbers that the workflow did not ask for.
    void drop_numbers();
    void wipe();

private:
    [[nodiscard]] std::optional<jpki::ValidityPeriod> certificate_validity() const;

    SharedCardData card_;
    std::optional<jpki::FrontNumber> number_;
    std::optional<FrontDates> front_dates_;
    std::optional<apdu::Pin> pin_;
    std::optional<CertificateFacts> certificate_;
    std::optional<ChartFound> chart_;
};

} // namespace madoguchi::terminal
