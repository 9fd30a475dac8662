// A simulated persona's card on an in-process reader, with the anchors of its simulated issuer.
#pragma once

#include "jpki/card/myna_card.hpp"
#include "jpki/trust/trust_anchors.hpp"
#include "tests/support/cards/simulated_card.hpp"

#include <memory>

namespace madoguchi::jpki::test {

// Stands still.
class FixedClock final : public Clock {
public:
    explicit FixedClock(CivilTime now) : now_(now) {}
    [[nodiscard]] MonotonicTime monotonic_now() const override { return {}; }
    [[nodiscard]] CivilTime civil_now() const override { return now_; }

private:
    CivilTime now_;
};

class SimulatedCard {
public:
    // The persona of this folder of hw-sim/personas with a card of this kind; keys and content are
    // made once a program.
    explicit SimulatedCard(const std::string& persona_id = "p02",
                           std::string_view kind = "current");

    // As holder of this card.
    [[nodiscard]] const sim::Persona& persona() const noexcept { return persona_; }
    [[nodiscard]] static const TrustAnchors& anchors();
    [[nodiscard]] static const FixedClock& clock();

    // A fresh conversation. Contract: none is open.
    [[nodiscard]] hal::Transaction begin();
    [[nodiscard]] sim::InProcessReader& reader() noexcept { return reader_; }
    [[nodiscard]] sim::CardContent& content() noexcept { return content_; }
    // Puts the card, with what was changed in its content, on the reader anew.
    void insert();
    [[nodiscard]] const sim::CardObservations& observations() const {
        return card_->observations();
    }

    [[nodiscard]] VerificationNumberB number_b() const;
    // Of a next-generation card.
    [[nodiscard]] VerificationNumber verification_number() const;

private:
    sim::Persona persona_;
    sim::CardContent content_;
    sim::CardBehaviour behaviour_;
    sim::MemoryNumberStore numbers_;
    std::shared_ptr<sim::VirtualCard> card_;
    sim::InProcessReader reader_;
};

} // namespace madoguchi::jpki::test
