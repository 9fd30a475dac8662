// From a reader's name to a recognised card.
#pragma once

#include "apdu/trace.hpp"
#include "hal/card_reader.hpp"
#include "jpki/card/myna_card.hpp"

#include <memory>
#include <string>

namespace madoguchi::cli {

// An open conversation with a My Number card. Stays where it is made: its parts refer to each
// other.
class CardAccess {
public:
    // `reader` is part of a reader's name, or empty for the only reader with a card. Errors:
    // NoReader (none attached, or none of that name), NoCard, ConfigInvalid (several fit: say
    // which), CardUnsuitable, and as hal::CardReader::begin.
    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open(hal::CardReaderDirectory& directory, const std::string& reader, Deadline deadline);

    // The card on the reader of exactly this name. Errors: NoReader, CardUnsuitable, and as
    // hal::CardReader::begin.
    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open_named(hal::CardReaderDirectory& directory, const std::string& name, Deadline deadline);

    [[nodiscard]] jpki::MynaCard& card() noexcept { return *card_; }
    [[nodiscard]] const std::string& reader_name() const noexcept { return reader_->name(); }
    [[nodiscard]] const Bytes& answer_to_reset() const noexcept {
        return transaction_.answer_to_reset();
    }
    [[nodiscard]] const apdu::TraceLog& trace() const noexcept { return trace_; }

private:
    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open_once(hal::CardReaderDirectory& directory, const std::string& name, Deadline deadline);

    CardAccess(std::unique_ptr<hal::CardReader> reader, hal::Transaction transaction)
        : reader_(std::move(reader)), transaction_(std::move(transaction)) {}

    std::unique_ptr<hal::CardReader> reader_;
    hal::Transaction transaction_;
    apdu::TraceLog trace_;
    std::unique_ptr<jpki::MynaCard> card_;
};

} // namespace madoguchi::cli
