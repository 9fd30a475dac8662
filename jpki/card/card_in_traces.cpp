#include "jpki/card/card_in_traces.hpp"

#include "jpki/card/card_layout.hpp"
#include "jpki/record/certificate_presence.hpp"
#include "jpki/record/token_information.hpp"

namespace madoguchi::jpki {

namespace {

// Outermost tags; the records' parsers (jpki/record) know what is inside.
const apdu::StructureOf der_sequence{{0x30}};
const apdu::StructureOf person_record{{0xFF, 0x20}}; // basic four and card face alike
const apdu::StructureOf signature_record{{0xFF, 0x30}};
const apdu::StructureOf presence_key_record{{0xFF, 0x50}};
const apdu::StructureOf cv_certificate{{0x7F, 0x21}};

} // namespace

std::vector<apdu::ShownFile> files_shown_in_traces() {
    const auto& keys = current_card.public_key_service;
    const auto& text = *current_card.input_support;
    const auto& face = *current_card.surface;
    const auto& both = *next_generation_card.card_data;
    return {
        {keys.application, keys.token_information,
         apdu::FirstBytes{TokenInformation::size_before_serial}},
        {keys.application, keys.certificate_presence,
         apdu::FirstBytes{CertificatePresence::file_size}},
        {keys.application, keys.user_authentication_certificate.id, der_sequence},
        {keys.application, keys.issuer_certificate.id, der_sequence},
        {text.application, text.basic_four.id, person_record},
        {text.application, text.signature.id, signature_record},
        {text.application, text.data_signing_certificate.id, cv_certificate},
        {text.application, text.presence_key.id, presence_key_record},
        {face.application, face.record.id, person_record},
        {face.application, face.data_signing_certificate.id, cv_certificate},
        {both.application, both.record.id, person_record},
        {both.application, both.basic_four.id, person_record},
        {both.application, both.data_signing_certificate.id, cv_certificate},
        {both.application, both.basic_four_signature.id, signature_record},
    };
}

std::vector<apdu::NamedApplication> applications_named_in_traces() {
    return {
        {current_card.public_key_service.application, "公的個人認証AP"},
        {current_card.input_support->application, "券面事項入力補助AP"},
        {current_card.surface->application, "券面事項確認AP"},
        {current_card.common_card->application, "共通カードAP"},
        {next_generation_card.card_data->application, "券面等AP (provisional)"},
    };
}

} // namespace madoguchi::jpki
