#include "terminal_app/cli/card_info_report.hpp"

#include "jpki/trust/certificate_standing.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/card_words.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;

// Card and certificate end on a birthday of their holder, so the day is personal and the year is
// not.
std::string year_or_day(const std::string& iso_day, bool show_personal) {
    constexpr std::size_t year_digits = 4;
    return show_personal ? iso_day : iso_day.substr(0, year_digits);
}

std::string end_of(const jpki::ValidityPeriod& certificate, bool show_personal) {
    return year_or_day(day_in_japan(certificate.not_after), show_personal);
}

std::string year_of(const jpki::ValidityPeriod& authority) {
    return year_or_day(day_in_japan(authority.not_before), false);
}

std::optional<CivilDate> expiry_of(const TokenInfo& info) {
    return info.record ? std::optional(info.record->card_expiry) : info.survey.objects.card_expiry;
}

template <typename T>
Json or_null(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

Json card_json(const TokenInfo& info, bool show_personal) {
    const auto expiry = expiry_of(info);
    if (!expiry) {
        return nullptr;
    }
    Json json{{"expiry", year_or_day(jpki::to_iso(*expiry), show_personal)}};
    if (show_personal) {
        const jpki::CardObjects& objects = info.survey.objects;
        json["serial"] = info.record ? Json(info.record->serial) : or_null(objects.card_number);
        json["municipality_code"] =
            info.record ? Json(info.record->municipality_code) : or_null(objects.municipality_code);
    }
    return json;
}

Json applications_json(const jpki::CardSurvey& survey) {
    return {{"public_key_service", true},        {"input_support", survey.has_input_support},
            {"surface", survey.has_surface},     {"common_card", survey.has_common_card},
            {"card_data", survey.has_card_data}, {"driving_licence", survey.has_driving_licence}};
}

Json certificates_json(const jpki::CardSurvey& survey) {
    if (!survey.certificates) {
        return nullptr;
    }
    return {{"user_authentication", name_of(survey.certificates->user_authentication)},
            {"signature", name_of(survey.certificates->signature)}};
}

std::string contact_answer(const jpki::CardObjects& objects) {
    constexpr std::string_view first_byte = "3B"; // the card tells the rest
    return objects.contact_answer_to_reset
               ? std::string(first_byte) + to_hex(*objects.contact_answer_to_reset)
               : std::string();
}

std::string mark(bool there, std::string_view what) {
    return fmt::format("{} {}", there ? "✓" : "✗", what);
}

std::string generation_rows(const TokenInfo& info) {
    std::string text = row("Generation", fmt::format("chip model {}", info.token.model));
    if (info.authority) {
        text += row("", fmt::format("certificate authority of {} (the card's word, not checked)",
                                    year_of(*info.authority)));
    }
    if (const std::string answer = contact_answer(info.survey.objects); !answer.empty()) {
        text += row("", fmt::format("answer to reset over contacts {}", answer));
    }
    return text;
}

// Of the applications of another generation nothing is said.
std::string card_data_rows(const TokenInfo& info) {
    if (jpki::layout_of(info.token.kind).card_data) {
        return row("", mark(info.survey.has_card_data, "券面等 (card face, basic four items)"));
    }
    return row("", mark(info.survey.has_input_support, "券面事項入力補助 (basic four items)")) +
           row("", mark(info.survey.has_surface, "券面事項確認 (card face)")) +
           row("", mark(info.survey.has_common_card, "共通カード (card number)"));
}

std::string application_rows(const TokenInfo& info) {
    return row("Applications", mark(true, "公的個人認証 (certificates)")) + card_data_rows(info) +
           row("", mark(info.survey.has_driving_licence, "マイナ免許証 (driving licence)"));
}

std::string signature_certificate_in_words(const jpki::CardSurvey& survey) {
    const auto state =
        survey.certificates ? survey.certificates->signature : jpki::CertificateState::NotKnown;
    switch (state) {
    case jpki::CertificateState::Present:
        return "✓ 署名用 (signature): there; this program never touches it";
    case jpki::CertificateState::Absent:
        return "✗ 署名用 (signature): none, as for children under 15 and cards without PIN";
    case jpki::CertificateState::NotKnown:
        break;
    }
    return "? 署名用 (signature): the card does not say";
}

std::string certificate_rows(const TokenInfo& info, bool show_personal) {
    const std::string own =
        info.certificate
            ? fmt::format("✓ 利用者証明用 (authentication): {} to {}, not checked here",
                          day_in_japan(info.certificate->not_before),
                          end_of(*info.certificate, show_personal))
            : "? 利用者証明用 (authentication): readable after its PIN only";
    return row("Certificates", own) + row("", signature_certificate_in_words(info.survey));
}

std::string card_rows(const TokenInfo& info, bool show_personal) {
    const Json card = card_json(info, show_personal);
    std::string text;
    const auto add = [&](std::string_view label, const char* field, std::string_view remark) {
        if (card.contains(field) && card[field].is_string()) {
            text += row(label, card[field].get<std::string>().append(remark));
        }
    };
    add("Card expiry", "expiry", " (not signed)");
    add("Serial number", "serial", "");
    add("Municipality", "municipality_code", "");
    return text;
}

std::string counter_rows(const std::vector<NumberCounter>& counters) {
    std::string text;
    for (const NumberCounter& counter : counters) {
        text += row(text.empty() ? "Tries left" : "", to_line(counter));
    }
    return text;
}

// Why a reception would not take this token in any way; nothing where it would, as far as can be
// said without a number.
std::string_view against_every_way(const TokenInfo& info, CivilTime now) {
    const jpki::CardSurvey& found = info.survey;
    if (!found.has_card_data && (!found.has_surface || !found.has_input_support)) {
        return "no card face to compare with: a phone has none";
    }
    if (info.certificate && jpki::standing_of(*info.certificate, now, jpki::reception_grace) ==
                                jpki::CertificateStanding::Dead) {
        return "the certificate has expired, and no grace is left";
    }
    if (found.has_card_data) {
        return is_usable(info.counters, card_data_number)
                   ? ""
                   : "照合番号 is blocked: a municipal office can help";
    }
    return is_usable(info.counters, input_support_number_b)
               ? ""
               : "照合番号B is blocked: a municipal office can help";
}

std::string_view against_pin(const std::vector<NumberCounter>& counters) {
    if (is_usable(counters, authentication_pin)) {
        return "";
    }
    return has_no_usable_pin(counters)
               ? "no PIN can be used: a card made for use without one "
                 "(顔認証マイナンバーカード), or blocked ones"
               : "the authentication PIN is blocked: a municipal office can help";
}

std::string_view against_face(const std::vector<NumberCounter>& counters) {
    return is_usable(counters, surface_number_b) || is_usable(counters, card_data_number)
               ? ""
               : "照合番号B for the card face is blocked: a municipal office can help";
}

std::string way_rows(std::string_view label, std::string_view way, std::string_view against) {
    return row(label, mark(against.empty(), way)) +
           (against.empty() ? "" : row("", fmt::format("  {}", against)));
}

std::string ability_rows(const TokenInfo& info, CivilTime now) {
    const std::string_view every = against_every_way(info, now);
    return way_rows("Reception", "by face, or by staff with the card's photo",
                    every.empty() ? against_face(info.counters) : every) +
           way_rows("", "by PIN", every.empty() ? against_pin(info.counters) : every);
}

std::string extended_length_in_words(jpki::ExtendedLength answer) {
    switch (answer) {
    case jpki::ExtendedLength::Accepted:
        return "extended length accepted";
    case jpki::ExtendedLength::Refused:
        return "extended length refused by the card; short commands are used";
    case jpki::ExtendedLength::NotTried:
        break;
    }
    return "short only: the reader does not carry extended length";
}

std::string place_rows(const CardPlace& place) {
    return row("Reader", place.reader) +
           row("Answer to reset", place.answer_to_reset + " (shown only; accepts nothing)");
}

} // namespace

Json to_json(const TokenInfo& info, const CardPlace& place, bool show_personal) {
    const std::string contact = contact_answer(info.survey.objects);
    Json json{{"outcome", "read"},
              {"reader", place.reader},
              {"answer_to_reset", place.answer_to_reset},
              {"contact_answer_to_reset", contact.empty() ? Json() : Json(contact)},
              {"extended_length", name_of(info.survey.extended_length)},
              {"token", to_json(info.token)},
              {"applications", applications_json(info.survey)},
              {"certificates", certificates_json(info.survey)},
              {"certificate", nullptr},
              {"authority_from", info.authority ? Json(year_of(*info.authority)) : Json()},
              {"card", card_json(info, show_personal)},
              {"tries_left", to_json(info.counters)},
              {"conversation", place.conversation}};
    if (info.certificate) {
        json["certificate"] = {{"valid_from", day_in_japan(info.certificate->not_before)},
                               {"valid_to", end_of(*info.certificate, show_personal)}};
    }
    return json;
}

std::string to_text(const TokenInfo& info, const CardPlace& place, bool show_personal,
                    CivilTime now) {
    return row("Card", in_words(info.token.kind)) + generation_rows(info) + application_rows(info) +
           certificate_rows(info, show_personal) + card_rows(info, show_personal) +
           counter_rows(info.counters) + ability_rows(info, now) +
           row("Commands", extended_length_in_words(info.survey.extended_length)) +
           place_rows(place);
}

Json to_json(jpki::ForeignCardKind kind, const CardPlace& place) {
    return {{"outcome", "foreign"},
            {"reader", place.reader},
            {"answer_to_reset", place.answer_to_reset},
            {"foreign", {{"kind", name_of(kind)}}},
            {"conversation", place.conversation}};
}

std::string to_text(jpki::ForeignCardKind kind, const CardPlace& place) {
    return row("Card", in_words(kind)) +
           row("", "not a My Number card: it cannot be used at the reception") + place_rows(place);
}

} // namespace madoguchi::cli
