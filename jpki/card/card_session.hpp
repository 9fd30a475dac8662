// One conversation with one card: which application is current, and the way to it.
#pragma once

#include "apdu/apdu_channel.hpp"
#include "jpki/card/reading_progress.hpp"
#include "jpki/trust/challenge.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace madoguchi::jpki {

// Rounds and bytes of any one task with the card; the largest file is some kilobytes in pieces of
// 256 bytes.
[[nodiscard]] apdu::ExchangeBudget task_budget(Deadline deadline) noexcept;

class CardSession {
public:
    // trace may be null; it and the transaction must outlive the session.
    CardSession(hal::Transaction& transaction, apdu::TraceSink* trace);

    // Makes an application current; verified numbers of the one before are forgotten by the card.
    // 6F00 to the very first command is answered by asking once more, as some cards need after
    // power-on. Errors: ApplicationNotFound, UnexpectedStatusWord, and as ApduChannel::exchange.
    [[nodiscard]] Result<void> select(const apdu::Aid& application, apdu::ExchangeBudget& budget);

    [[nodiscard]] apdu::ApduChannel& channel() noexcept { return channel_; }
    [[nodiscard]] bool reader_carries_extended_length() const noexcept {
        return reader_carries_extended_length_;
    }
    // Rises with every selection.
    [[nodiscard]] std::uint64_t selection_serial() const noexcept { return selection_serial_; }

    // Current, and no number was presented to it: selecting it again would change nothing.
    [[nodiscard]] bool is_freshly_selected(const apdu::Aid& application) const noexcept {
        return fresh_ == application;
    }
    // Before a number is sent to the current application.
    void expect_presented_number() noexcept { fresh_.reset(); }

    // Whether this card refused a key file's short identifier in P2 (see key_file.hpp).
    [[nodiscard]] bool selects_key_files() const noexcept { return selects_key_files_; }
    void remember_to_select_key_files() noexcept { selects_key_files_ = true; }

    // Where files are kept while they are read; null: nowhere. It outlives its use here.
    [[nodiscard]] ReadingProgress* progress() const noexcept { return progress_; }
    void keep_progress(ReadingProgress* progress) noexcept { progress_ = progress; }

    // A presence proof made before it was needed (see signing.hpp), one for each application.
    void keep_proof(const apdu::Aid& application, SignedChallenge proof);
    // It serves once. Nothing when there is none, or when its challenge would be too old by the end
    // of a reading that begins now.
    [[nodiscard]] std::optional<SignedChallenge>
    take_proof(const apdu::Aid& application, MonotonicTime now = SystemClock().monotonic_now());

private:
    apdu::ApduChannel channel_;
    bool reader_carries_extended_length_;
    ReadingProgress* progress_ = nullptr;
    std::uint64_t selection_serial_ = 0;
    std::optional<apdu::Aid> fresh_;
    std::map<std::string, SignedChallenge> proofs_; // by AID in hexadecimal
    bool selects_key_files_ = false;
};

// The current application, as long as it is current. Using it after another was selected is a
// violated contract, never a command to the wrong application.
class SelectedApplication {
public:
    // Sends nothing when the application is freshly selected. Errors: as CardSession::select.
    [[nodiscard]] static Result<SelectedApplication>
    select(CardSession& session, const apdu::Aid& application, Deadline deadline);

    // Contract: still current.
    [[nodiscard]] CardSession& session() const;
    [[nodiscard]] const apdu::Aid& name() const noexcept { return application_; }
    [[nodiscard]] apdu::ApduChannel& channel() const { return session().channel(); }

    // The same application again; forgets its verified numbers. Contract: still current.
    [[nodiscard]] Result<void> select_again(apdu::ExchangeBudget& budget);

private:
    SelectedApplication(CardSession& session, const apdu::Aid& application) noexcept;

    CardSession* session_;
    apdu::Aid application_;
    std::uint64_t selection_serial_;
};

} // namespace madoguchi::jpki
