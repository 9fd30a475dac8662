#include "jpki/card/card_survey.hpp"

#include "jpki/card/jpki_application.hpp"

namespace madoguchi::jpki {

namespace {

Result<bool> has_application(CardSession& session, const apdu::Aid& application,
                             Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const auto selected = session.select(application, budget);
    if (!selected && selected.error().group() != ErrorGroup::Card) {
        return fail(selected.error());
    }
    return selected.has_value();
}

Result<std::optional<CertificatePresence>> read_presence(JpkiApplication& application,
                                                         Deadline deadline) {
    auto presence = application.read_certificate_presence(deadline);
    if (!presence && presence.error().group() == ErrorGroup::Transport) {
        return fail(presence.error());
    }
    return presence ? std::optional(*presence) : std::nullopt;
}

// The channel tries it at the first read and keeps what it learned.
ExtendedLength extended_length_on(CardSession& session) {
    if (!session.reader_carries_extended_length()) {
        return ExtendedLength::NotTried;
    }
    return session.channel().limits().extended_length ? ExtendedLength::Accepted
                                                      : ExtendedLength::Refused;
}

} // namespace

std::string_view name_of(ExtendedLength answer) noexcept {
    switch (answer) {
    case ExtendedLength::Accepted:
        return "accepted";
    case ExtendedLength::Refused:
        return "refused";
    case ExtendedLength::NotTried:
        return "not-tried";
    }
    return "?";
}

Result<CardSurvey> survey_card(CardSession& session, const CardLayout& layout, Deadline deadline) {
    const auto there = [&](const apdu::Aid& application) {
        return has_application(session, application, deadline);
    };
    const auto known_and_there = [&](const auto& application) -> Result<bool> {
        return application ? there(application->application) : false;
    };
    CardSurvey survey;
    JpkiApplication application =
        MADOGUCHI_TRY(JpkiApplication::select(session, layout.public_key_service, deadline));
    survey.certificates = MADOGUCHI_TRY(read_presence(application, deadline));
    survey.extended_length = extended_length_on(session);
    survey.has_input_support = MADOGUCHI_TRY(known_and_there(layout.input_support));
    survey.has_surface = MADOGUCHI_TRY(known_and_there(layout.surface));
    survey.has_common_card = MADOGUCHI_TRY(known_and_there(layout.common_card));
    survey.has_card_data = MADOGUCHI_TRY(known_and_there(layout.card_data));
    survey.has_driving_licence = MADOGUCHI_TRY(there(layout.driving_licence));
    survey.objects = MADOGUCHI_TRY(read_card_objects(session, layout, deadline));
    return survey;
}

} // namespace madoguchi::jpki
