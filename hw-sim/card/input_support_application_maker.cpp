// 券面事項入力補助AP (reference, section 6).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_file_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/input_support_files.hpp"

namespace madoguchi::sim {

namespace {

Result<std::vector<CardFile>> make_data_files(const CardOrder& order, const RsaKey& own_key) {
    using namespace input_support_file;
    const Persona& persona = order.persona;
    const CardDataSigner signer = MADOGUCHI_TRY(order.issuer.card_data_signer(
        CardDataDomain::InputSupport, persona.card.municipality_code));
    const RsaKey session_key = MADOGUCHI_TRY(order.card_key("session-transport"));
    const LengthForm form = order.kind.lengths;
    const Bytes number = individual_number_file(persona.individual_number, form);
    const Bytes four = basic_four_object(
        {persona.name.kanji, persona.address, persona.birth_date, persona.sex}, form);
    Bytes four_file = MADOGUCHI_TRY(basic_four_file(order.kind.before_basic_four, four));
    Bytes hashes = MADOGUCHI_TRY(signed_hashes_file(number, four, signer.key, form));
    Bytes own_public_key = MADOGUCHI_TRY(signed_public_key_file(own_key, signer.key, form));
    Bytes session_public = MADOGUCHI_TRY(session_key.card_public_key());
    const AccessTable& access = input_support_access();
    return std::vector<CardFile>{
        transparent_file(individual_number, number, access),
        transparent_file(basic_four, std::move(four_file), access),
        transparent_file(signature, std::move(hashes), access),
        transparent_file(card_data_certificate, signer.certificate, access),
        transparent_file(
            application_info,
            application_info_file(signer.id, order.kind.behaviour.extended_length, form), access),
        transparent_file(session_public_key, std::move(session_public), access),
        transparent_file(internal_public_key, std::move(own_public_key), access),
        transparent_file(unknown_0008, Bytes(16, 0xFF), access)};
}

} // namespace

Result<CardApplication> make_input_support_application(const CardOrder& order) {
    using namespace input_support_file;
    const Persona& persona = order.persona;
    const RsaKey own_key = MADOGUCHI_TRY(order.card_key("input-support"));
    std::vector<CardFile> files = MADOGUCHI_TRY(make_data_files(order, own_key));
    NumberFile blocked = four_digit_pin("input-support-0012", "", ChangeCommand::None);
    blocked.tries_as_issued = 0;
    const std::vector<CardFile> key_files{
        number_file(pin, four_digit_pin("input-support-pin", persona.pins.input_support,
                                        ChangeCommand::Iso)),
        number_file(blocked_number, std::move(blocked)),
        signature_key_file(internal_key, own_key, input_support_access()),
        number_file(number_a,
                    comparison_number("input-support-a", persona.verification_number_a())),
        number_file(number_b,
                    comparison_number("input-support-b", persona.verification_number_b())),
        closed_file(0x0010),
        closed_file(0x001C),
        closed_file(0x001E)};
    files.insert(files.end(), key_files.begin(), key_files.end());
    return CardApplication{input_support_application, std::move(files), internal_key};
}

} // namespace madoguchi::sim
