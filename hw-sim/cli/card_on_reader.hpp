// A persona's card before the virtual reader, which can be exchanged for a card of another kind.
#pragma once

#include "hw-sim/card/personalisation.hpp"
#include "hw-sim/card/virtual_card.hpp"
#include "hw-sim/card/vpcd_link.hpp"
#include "hw-sim/cli/state_folder.hpp"

#include <memory>

namespace madoguchi::sim::cli {

class CardOnReader {
public:
    struct Settings {
        Persona persona;
        StateFolder state;
        std::uint16_t vpcd_port = VpcdLink::first_port;
        VpcdLink::ExchangeObserver observer;
    };
    explicit CardOnReader(Settings settings);

    // Makes the card of this kind, outside the reader. Errors: as personalise() and the counters.
    [[nodiscard]] Result<void> take(const CardKind& kind);

    // Contract for all: a card was taken.
    [[nodiscard]] VpcdLink& link() { return slot_->link; }

private:
    struct Slot {
        Slot(CardContent content, FileNumberStore counters, const CardKind& kind,
             const Settings& settings);

        FileNumberStore numbers;
        VirtualCard card;
        VpcdLink link;
    };

    Settings settings_;
    FolderKeyStore keys_;
    SimulatedIssuer issuer_;
    std::unique_ptr<Slot> slot_;
};

} // namespace madoguchi::sim::cli
