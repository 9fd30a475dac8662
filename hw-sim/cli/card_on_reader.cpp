#include "hw-sim/cli/card_on_reader.hpp"

#include "hal/base/clock.hpp"
#include "hw-sim/cli/reader_commands.hpp"

namespace madoguchi::sim::cli {

CardOnReader::Slot::Slot(CardContent content, FileNumberStore counters, const CardKind& kind,
                         const Settings& settings)
    : numbers(std::move(counters)), card(std::move(content), numbers, kind.behaviour),
      link(card, settings.vpcd_port, [] { say("removed"); }) {
    link.observe(settings.observer);
}

CardOnReader::CardOnReader(Settings settings)
    : settings_(std::move(settings)), keys_(settings_.state.keys()), issuer_(keys_) {
}

Result<void> CardOnReader::take(const CardKind& kind) {
    const CivilDate today = date_in_japan(SystemClock().civil_now());
    CardContent content = MADOGUCHI_TRY(personalise(settings_.persona, issuer_, kind, today));
    FileNumberStore numbers = MADOGUCHI_TRY(
        FileNumberStore::open(settings_.state.counters(settings_.persona.id, kind.name)));
    slot_.reset(); // its link gives the reader free
    slot_ = std::make_unique<Slot>(std::move(content), std::move(numbers), kind, settings_);
    return {};
}

} // namespace madoguchi::sim::cli
