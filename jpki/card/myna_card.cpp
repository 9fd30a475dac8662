#include "jpki/card/myna_card.hpp"

namespace madoguchi::jpki {

namespace {

// A status word of refusal, rather than a failure on the way to the card.
bool is_refusal(const Error& error) {
    return error.group() == ErrorGroup::Card && error.code() != ErrorCode::BudgetExceeded;
}

// 6F00 says nothing about which card it is; My Number cards give it too when power is short.
bool is_undecided(const Error& error) {
    return error.status_word() == apdu::status::no_precise_diagnosis.value();
}

bool is_about_the_token(const Error& error) {
    return (is_refusal(error) && !is_undecided(error)) || error.group() == ErrorGroup::Encoding;
}

Result<ForeignCard> name_foreign_card(CardSession& session, const hal::Transaction& transaction,
                                      Deadline deadline) {
    if (const auto kind = kind_of_storage_card(transaction.answer_to_reset())) {
        return ForeignCard{*kind};
    }
    return name_by_applications(session, deadline);
}

// Readers report a command to a card without applications as a failure of transport.
bool is_command_to_storage_card(const Error& error, const hal::Transaction& transaction) {
    return error.code() == ErrorCode::TransportFailed &&
           kind_of_storage_card(transaction.answer_to_reset()).has_value();
}

// `layout` is nothing where cards of this kind never have the application.
template <typename Application, typename Layout>
Result<Application> select_if_known(CardSession& session, const std::optional<Layout>& layout,
                                    Deadline deadline) {
    if (!layout) {
        return fail(ErrorCode::ApplicationNotFound, "cards of this kind have no such application");
    }
    return Application::select(session, *layout, deadline);
}

} // namespace

MynaCard::MynaCard(std::unique_ptr<CardSession> session, CardProfile profile) noexcept
    : session_(std::move(session)), profile_(std::move(profile)), layout_(&profile_.layout()) {
}

Result<RecognisedCard> MynaCard::recognise(hal::Transaction& transaction, apdu::TraceSink* trace,
                                           Deadline deadline) {
    auto session = std::make_unique<CardSession>(transaction, trace);
    auto application = JpkiApplication::select(*session, current_card.public_key_service, deadline);
    if (!application) {
        const Error& error = application.error();
        const bool is_foreign = (is_refusal(error) && !is_undecided(error)) ||
                                is_command_to_storage_card(error, transaction);
        if (!is_foreign) {
            return fail(error);
        }
        return MADOGUCHI_TRY(name_foreign_card(*session, transaction, deadline));
    }
    auto token = application->read_token_information(deadline);
    if (!token && is_about_the_token(token.error())) {
        return ForeignCard{ForeignCardKind::Unknown}; // selects whatever it is asked for
    }
    return MynaCard(std::move(session), CardProfile{MADOGUCHI_TRY(std::move(token))});
}

Result<MynaCard> MynaCard::require(hal::Transaction& transaction, apdu::TraceSink* trace,
                                   Deadline deadline) {
    auto recognised = MADOGUCHI_TRY(recognise(transaction, trace, deadline));
    if (std::holds_alternative<ForeignCard>(recognised)) {
        return fail(ErrorCode::CardUnsuitable, "this is not a My Number card");
    }
    return std::get<MynaCard>(std::move(recognised));
}

Result<JpkiApplication> MynaCard::select_jpki(Deadline deadline) {
    return JpkiApplication::select(*session_, layout_->public_key_service, deadline);
}

Result<InputSupportApplication> MynaCard::select_input_support(Deadline deadline) {
    return select_if_known<InputSupportApplication>(*session_, layout_->input_support, deadline);
}

Result<SurfaceApplication> MynaCard::select_surface(Deadline deadline) {
    return select_if_known<SurfaceApplication>(*session_, layout_->surface, deadline);
}

Result<CommonCardApplication> MynaCard::select_common_card(Deadline deadline) {
    return select_if_known<CommonCardApplication>(*session_, layout_->common_card, deadline);
}

Result<CardDataApplication> MynaCard::select_card_data(Deadline deadline) {
    return select_if_known<CardDataApplication>(*session_, layout_->card_data, deadline);
}

Result<UserAuthenticationCertificate> MynaCard::user_authentication_certificate(Deadline deadline) {
    const ReadingProgress* progress = session_->progress();
    if (progress != nullptr && !progress->certificate().empty()) {
        return UserAuthenticationCertificate::parse(progress->certificate());
    }
    JpkiApplication key_service = MADOGUCHI_TRY(select_jpki(deadline));
    return key_service.read_user_authentication_certificate(deadline);
}

Result<void> MynaCard::read_ahead_of_number(Deadline deadline) {
    MADOGUCHI_EXPECTS(session_->progress() != nullptr);
    if (layout_->card_data) {
        CardDataApplication card_data = MADOGUCHI_TRY(select_card_data(deadline));
        return card_data.read_ahead(deadline);
    }
    InputSupportApplication input_support = MADOGUCHI_TRY(select_input_support(deadline));
    MADOGUCHI_TRY(input_support.read_ahead(deadline));
    SurfaceApplication surface = MADOGUCHI_TRY(select_surface(deadline));
    return surface.read_ahead(deadline);
}

Result<CardSurvey> MynaCard::survey(Deadline deadline) {
    return survey_card(*session_, *layout_, deadline);
}

Result<void> MynaCard::forget_presented_numbers(Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    if (profile_.may_have_card_face() && layout_->common_card) {
        const auto selected = session_->select(layout_->common_card->application, budget);
        if (selected || selected.error().code() != ErrorCode::ApplicationNotFound) {
            return selected;
        }
    }
    return session_->select(layout_->public_key_service.application, budget);
}

} // namespace madoguchi::jpki
