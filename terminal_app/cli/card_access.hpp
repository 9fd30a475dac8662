// From a reader's name to a recognised card.
#pragma once

#include "apdu/trace.hpp"
#include "hal/card_reader.hpp"
#include "jpki/card/myna_card.hpp"
#include "terminal_app/cli/card_options.hpp"

#include <memory>
#include <optional>
#include <string>

namespace madoguchi::cli {

// An open conversation with a card. Stays where it is made: its parts refer to each other.
class CardAccess {
public:
    // Whatever card lies on the reader that the options name; records if they say so. What a person
    // should know of a card of its kind is said on standard error. Errors: NoReader (none attached,
    // or none of that name), NoCard, ConfigInvalid (several fit: say which), and as open_named.
    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open(hal::CardReaderDirectory& directory, const CardOptions& options, Deadline deadline);

    // The same, and nothing is said of the card.
    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open_silently(hal::CardReaderDirectory& directory, const CardOptions& options,
                  Deadline deadline);

    // Whatever card lies on the reader of exactly this name; the recorder may be null. Errors:
    // NoReader, and as hal::CardReader::begin and jpki::MynaCard::recognise.
    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open_named(hal::CardReaderDirectory& directory, const std::string& name,
               apdu::TraceRecorder* recorder, Deadline deadline);

    // Nothing for a My Number card or a phone with its certificates.
    [[nodiscard]] std::optional<jpki::ForeignCard> foreign_card() const noexcept;
    // Contract: no foreign card.
    [[nodiscard]] jpki::MynaCard& card();

    [[nodiscard]] const std::string& reader_name() const noexcept { return reader_->name(); }
    [[nodiscard]] const Bytes& answer_to_reset() const noexcept {
        return transaction_.answer_to_reset();
    }
    [[nodiscard]] const apdu::TraceLog& trace() const noexcept { return trace_.log(); }

private:
    // Keeps the sums of a conversation, and passes it on to whoever records it.
    class Trace final : public apdu::TraceSink {
    public:
        explicit Trace(apdu::TraceRecorder* recorder) : recorder_(recorder) {}

        void on_bytes(const apdu::ExchangeBytes& bytes) override;
        void on_exchange(const apdu::ExchangeRecord& record) override;
        [[nodiscard]] const apdu::TraceLog& log() const noexcept { return log_; }

    private:
        apdu::TraceLog log_;
        apdu::TraceRecorder* recorder_; // null: nobody records
    };

    [[nodiscard]] static Result<std::unique_ptr<CardAccess>>
    open_once(hal::CardReaderDirectory& directory, const std::string& name,
              apdu::TraceRecorder* recorder, Deadline deadline);

    CardAccess(std::unique_ptr<hal::CardReader> reader, hal::Transaction transaction,
               apdu::TraceRecorder* recorder)
        : reader_(std::move(reader)), transaction_(std::move(transaction)), trace_(recorder) {}

    std::unique_ptr<hal::CardReader> reader_;
    hal::Transaction transaction_;
    Trace trace_;
    std::optional<jpki::RecognisedCard> recognised_;
};

} // namespace madoguchi::cli
