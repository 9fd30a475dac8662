#include "jpki/card/myna_card.hpp"

namespace madoguchi::jpki {

namespace {

// A status word of refusal, as a foreign card gives, rather than a failure on the way to the card.
bool is_refusal(const Error& error) {
    return error.group() == ErrorGroup::Card && error.code() != ErrorCode::BudgetExceeded;
}

bool is_about_the_token(const Error& error) {
    return is_refusal(error) || error.group() == ErrorGroup::Encoding;
}

tl::unexpected<Error> unsuitable(const Error& cause) {
    Error error(ErrorCode::CardUnsuitable,
                "this is not a My Number card: its public key application is missing or strange");
    return fail(cause.status_word() ? error.with_status_word(*cause.status_word()) : error);
}

Result<TokenInformation> identify(CardSession& session, Deadline deadline) {
    auto application = JpkiApplication::select(session, current_card.public_key_service, deadline);
    if (!application) {
        return is_refusal(application.error()) ? unsuitable(application.error())
                                               : fail(application.error());
    }
    auto token = application->read_token_information(deadline);
    if (!token) {
        return is_about_the_token(token.error()) ? unsuitable(token.error()) : fail(token.error());
    }
    return token;
}

Result<bool> has_application(CardSession& session, const apdu::Aid& application,
                             Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const auto selected = session.select(application, budget);
    if (!selected && !is_refusal(selected.error())) {
        return fail(selected.error());
    }
    return selected.has_value();
}

} // namespace

MynaCard::MynaCard(std::unique_ptr<CardSession> session, CardProfile profile) noexcept
    : session_(std::move(session)), profile_(std::move(profile)) {
}

Result<MynaCard> MynaCard::recognise(hal::Transaction& transaction, apdu::TraceSink* trace,
                                     Deadline deadline) {
    auto session = std::make_unique<CardSession>(transaction, trace);
    TokenInformation token = MADOGUCHI_TRY(identify(*session, deadline));
    const bool input_support =
        MADOGUCHI_TRY(has_application(*session, current_card.input_support.application, deadline));
    const bool surface =
        MADOGUCHI_TRY(has_application(*session, current_card.surface.application, deadline));
    const bool common_card =
        MADOGUCHI_TRY(has_application(*session, current_card.common_card.application, deadline));
    CardProfile profile{std::move(token), input_support, surface, common_card};
    return MynaCard(std::move(session), std::move(profile));
}

Result<JpkiApplication> MynaCard::select_jpki(Deadline deadline) {
    return JpkiApplication::select(*session_, current_card.public_key_service, deadline);
}

Result<InputSupportApplication> MynaCard::select_input_support(Deadline deadline) {
    return InputSupportApplication::select(*session_, current_card.input_support, deadline);
}

Result<SurfaceApplication> MynaCard::select_surface(Deadline deadline) {
    return SurfaceApplication::select(*session_, current_card.surface, deadline);
}

Result<CommonCardApplication> MynaCard::select_common_card(Deadline deadline) {
    return CommonCardApplication::select(*session_, current_card.common_card, deadline);
}

Result<void> MynaCard::forget_presented_numbers(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    return session_->select(profile_.has_common_card ? current_card.common_card.application
                                                     : current_card.public_key_service.application,
                            budget);
}

} // namespace madoguchi::jpki
