#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

apdu::ExchangeBudget task_budget(Deadline deadline) noexcept {
    constexpr std::size_t rounds = 256;
    constexpr std::size_t bytes = 64U << 10U;
    return {rounds, bytes, deadline};
}

CardSession::CardSession(hal::Transaction& transaction, apdu::TraceSink* trace)
    : channel_(transaction.channel(), apdu::ApduLimits::of(transaction.limits()), trace),
      reader_carries_extended_length_(transaction.limits().extended_length) {
}

Result<void> CardSession::select(const apdu::Aid& application, apdu::ExchangeBudget& budget) {
    const apdu::CommandApdu command = apdu::command::select_application(application);
    const bool first_command = selection_serial_ == 0;
    ++selection_serial_;
    fresh_.reset();
    apdu::StatusWord status = MADOGUCHI_TRY(channel_.exchange(command, budget)).status();
    if (first_command && status == apdu::status::no_precise_diagnosis) {
        status = MADOGUCHI_TRY(channel_.exchange(command, budget)).status();
    }
    if (status == apdu::status::file_or_application_not_found) {
        return fail(Error(ErrorCode::ApplicationNotFound, "the card has no such application")
                        .with_status_word(status.value()));
    }
    if (!status.is_success()) {
        return fail(apdu::unexpected_status(status, "the card refuses to select an application"));
    }
    fresh_ = application;
    return {};
}

void CardSession::keep_proof(const apdu::Aid& application, SignedChallenge proof) {
    proofs_.insert_or_assign(to_hex(application.bytes()), std::move(proof));
}

std::optional<SignedChallenge> CardSession::take_proof(const apdu::Aid& application,
                                                       MonotonicTime now) {
    constexpr std::chrono::seconds longest_reading{20};
    auto found = proofs_.extract(to_hex(application.bytes()));
    if (found.empty() || found.mapped().challenge.is_too_old(now + longest_reading)) {
        return std::nullopt;
    }
    return std::move(found.mapped());
}

SelectedApplication::SelectedApplication(CardSession& session,
                                         const apdu::Aid& application) noexcept
    : session_(&session), application_(application), selection_serial_(session.selection_serial()) {
}

Result<SelectedApplication>
SelectedApplication::select(CardSession& session, const apdu::Aid& application, Deadline deadline) {
    if (!session.is_freshly_selected(application)) {
        apdu::ExchangeBudget budget = task_budget(deadline);
        MADOGUCHI_TRY(session.select(application, budget));
    }
    return SelectedApplication(session, application);
}

CardSession& SelectedApplication::session() const {
    MADOGUCHI_EXPECTS(selection_serial_ == session_->selection_serial());
    return *session_;
}

Result<void> SelectedApplication::select_again(apdu::ExchangeBudget& budget) {
    MADOGUCHI_EXPECTS(selection_serial_ == session_->selection_serial());
    MADOGUCHI_TRY(session_->select(application_, budget));
    selection_serial_ = session_->selection_serial();
    return {};
}

} // namespace madoguchi::jpki
