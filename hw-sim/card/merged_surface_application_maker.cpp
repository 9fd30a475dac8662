// 券面等AP of the next-generation card: what 券面事項確認AP and 券面事項入力補助AP hold today,
// behind one 照合番号 of six digits. Provisional: no public APDU specification (reference, section
// 12).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_file_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/input_support_files.hpp"
#include "hw-sim/card/surface_drawing.hpp"

namespace madoguchi::sim {

namespace {

Result<std::vector<CardFile>> make_data_files(const CardOrder& order, const KeyPair& own_key) {
    using namespace merged_surface_file;
    const Persona& persona = order.persona;
    const CardDataSigner signer = MADOGUCHI_TRY(order.issuer.card_data_signer(
        CardDataDomain::MergedSurface, persona.card.municipality_code));
    const TextImageMaker text = MADOGUCHI_TRY(TextImageMaker::with_system_font());
    Bytes public_key = MADOGUCHI_TRY(public_key_on_card(own_key));
    const SurfaceContent surface =
        MADOGUCHI_TRY(draw_surface(persona, text, std::move(public_key)));
    const LengthForm form = order.kind.lengths;
    const Bytes four = basic_four_object(
        {persona.name.kanji, persona.address, persona.birth_date, persona.sex}, form);
    Bytes face = MADOGUCHI_TRY(surface_record_file(surface, signer.key, form));
    Bytes four_file = MADOGUCHI_TRY(basic_four_file(order.kind.before_basic_four, four));
    Bytes hash = MADOGUCHI_TRY(signed_basic_four_hash_file(four, signer.key, form));
    const AccessTable& access = merged_surface_access();
    return std::vector<CardFile>{
        transparent_file(surface_record, std::move(face), access),
        transparent_file(basic_four, std::move(four_file), access),
        transparent_file(card_data_certificate, signer.certificate, access),
        transparent_file(signature, std::move(hash), access)};
}

} // namespace

Result<CardApplication> make_merged_surface_application(const CardOrder& order) {
    using namespace merged_surface_file;
    const KeyPair own_key =
        MADOGUCHI_TRY(order.card_key("merged-surface", KeyAlgorithm::EcdsaP384));
    std::vector<CardFile> files = MADOGUCHI_TRY(make_data_files(order, own_key));
    files.push_back(number_file(
        number, comparison_number("merged-surface", order.persona.verification_number_6())));
    files.push_back(signature_key_file(internal_key, own_key, merged_surface_access()));
    return CardApplication{merged_surface_application, std::move(files), internal_key};
}

} // namespace madoguchi::sim
