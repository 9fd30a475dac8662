// The card, on one thread of its own that alone talks to it.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/card_reader.hpp"
#include "jpki/card/myna_card.hpp"
#include "jpki/trust/trust_anchors.hpp"
#include "terminal_app/service/heartbeat.hpp"
#include "terminal_app/service/message.hpp"
#include "terminal_app/service/refused_numbers.hpp"
#include "terminal_app/service/worker.hpp"

namespace madoguchi::terminal {

namespace card_command {

struct Recognise {
    SessionId session;
    std::string reader;
};
struct Read {
    SessionId session;
    Way way{};
    jpki::FrontNumber number;
};
// The card was read for another way; only the PIN's counter is asked.
struct AskPinCounter {
    SessionId session;
};
struct CheckPin {
    SessionId session;
    apdu::Pin pin;
    apdu::PinPolicy policy;
    SharedCardData card;
};
struct Release {
    SessionId session;
};

} // namespace card_command

using CardCommand =
    std::variant<card_command::Recognise, card_command::Read, card_command::AskPinCounter,
                 card_command::CheckPin, card_command::Release>;

class CardService {
public:
    // Everything given outlives the service.
    CardService(hal::CardReaderDirectory& readers, const jpki::TrustAnchors& anchors,
                const Clock& clock, Post post);

    // False when too much is waiting: the thread hangs.
    [[nodiscard]] bool post(CardCommand command) { return worker_.post(std::move(command)); }

    [[nodiscard]] const Heartbeat& heartbeat() const noexcept { return heartbeat_; }

private:
    // Counts the exchanges, each of which shows that the thread does not hang.
    class BeatingTrace final : public apdu::TraceSink {
    public:
        explicit BeatingTrace(Heartbeat& heartbeat) : heartbeat_(heartbeat) {}
        void on_exchange(const apdu::ExchangeRecord& record) override {
            log_.on_exchange(record);
            heartbeat_.beat();
        }
        [[nodiscard]] const apdu::TraceLog& log() const noexcept { return log_; }

    private:
        Heartbeat& heartbeat_;
        apdu::TraceLog log_;
    };

    // Ends with power-down when it goes.
    struct OpenCard {
        SessionId session;
        hal::Transaction transaction;
        BeatingTrace trace;
        std::optional<jpki::MynaCard> card;
        Digest name{}; // among refused numbers
    };

    void carry_out(CardCommand command);
    void perform(const card_command::Recognise& command);
    void perform(card_command::Read command);
    void perform(card_command::AskPinCounter command);
    void perform(card_command::CheckPin command);
    void perform(card_command::Release command);

    [[nodiscard]] Result<Event> open(SessionId session, const std::string& reader);
    // After a conversation that failed: what was read stays for a moment only when the card left.
    void keep_or_forget_progress(const Error& error);
    void forget_what_is_old();
    [[nodiscard]] Report read(card_command::Read command, Deadline deadline);
    // Instead of presenting a number that this card is known to refuse.
    void read_ahead(SessionId session);
    [[nodiscard]] Event refused_before(SessionId session, Deadline deadline);
    [[nodiscard]] Report report_reading(SessionId session, Way way, SharedCardData data);
    [[nodiscard]] Event ask_pin_counter(SessionId session);
    [[nodiscard]] bool holds_card_of(SessionId session) const;
    void report_traffic();

    hal::CardReaderDirectory& readers_;
    const jpki::TrustAnchors& anchors_;
    const Clock& clock_;
    Post post_;
    RefusedNumbers refused_numbers_;
    jpki::ReadingProgress progress_; // the open card keeps what it reads there
    std::unique_ptr<OpenCard> open_; // stays in place: the card borrows transaction and trace
    Heartbeat heartbeat_;
    Worker<CardCommand> worker_; // last: its thread uses the rest
};

} // namespace madoguchi::terminal
