#include "terminal_app/cli/proved_reading.hpp"

#include "terminal_app/cli/card_access.hpp"
#include "terminal_app/cli/card_numbers.hpp"
#include "terminal_app/cli/card_trust.hpp"

namespace madoguchi::cli {

namespace {

Deadline patience() {
    return Deadline::after(std::chrono::seconds(30));
}

} // namespace

Result<ProvedReading> read_proved(hal::CardReaderDirectory& readers, const CardOptions& options) {
    const jpki::TrustAnchors anchors = MADOGUCHI_TRY(anchors_for(options));
    const auto access = MADOGUCHI_TRY(CardAccess::open(readers, options, patience()));
    if (const auto foreign = access->foreign_card()) {
        return *foreign;
    }
    const auto counter = MADOGUCHI_TRY(jpki::number_b_counter(access->card(), patience()));
    if (counter.is_blocked()) {
        return jpki::NumberBlocked{};
    }
    auto number = MADOGUCHI_TRY(
        ask_front_number(access->card().profile().front_number(), counter.tries_left()));
    auto reading = MADOGUCHI_TRY(jpki::read_with_number_b(access->card(), std::move(number),
                                                          anchors, SystemClock(), patience()));
    return std::visit([](auto& one) { return ProvedReading(std::move(one)); }, reading);
}

} // namespace madoguchi::cli
