// 券面事項確認AP (reference, section 7).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_file_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/surface_drawing.hpp"

namespace madoguchi::sim {

namespace {

Result<std::vector<CardFile>> make_data_files(const CardOrder& order, const RsaKey& own_key) {
    using namespace surface_file;
    const Persona& persona = order.persona;
    const std::string& municipality = persona.card.municipality_code;
    const CardDataSigner signer =
        MADOGUCHI_TRY(order.issuer.card_data_signer(CardDataDomain::Surface, municipality));
    const Bytes public_key = MADOGUCHI_TRY(own_key.card_public_key());
    const TextImageMaker text = MADOGUCHI_TRY(TextImageMaker::with_system_font());
    const Bytes number_image =
        MADOGUCHI_TRY(text.draw(persona.individual_number, individual_number_image_size));
    SurfaceContent surface = MADOGUCHI_TRY(draw_surface(persona, text, public_key));
    surface.security_code_image =
        MADOGUCHI_TRY(text.draw(persona.card.security_code, security_code_image_size));
    const LengthForm form = order.kind.lengths;
    Bytes birth =
        MADOGUCHI_TRY(birth_date_record_file(persona.birth_date, public_key, signer.key, form));
    Bytes face = MADOGUCHI_TRY(surface_record_file(surface, signer.key, form));
    Bytes number =
        MADOGUCHI_TRY(individual_number_record_file(number_image, public_key, signer.key, form));
    const AccessTable& access = surface_access();
    return std::vector<CardFile>{
        transparent_file(birth_date_record, std::move(birth), access),
        transparent_file(surface_record, std::move(face), access),
        transparent_file(application_info, surface_info_file(signer.id, municipality, form),
                         access),
        transparent_file(card_data_certificate, signer.certificate, access),
        transparent_file(individual_number_record, std::move(number), access),
        transparent_file(unknown_0006, Bytes(16, 0xFF), access)};
}

} // namespace

Result<CardApplication> make_surface_application(const CardOrder& order) {
    using namespace surface_file;
    const Persona& persona = order.persona;
    const RsaKey own_key = MADOGUCHI_TRY(order.card_key("surface"));
    std::vector<CardFile> files = MADOGUCHI_TRY(make_data_files(order, own_key));
    const std::vector<CardFile> key_files{
        number_file(birth_date_number,
                    comparison_number("surface-birth-date", persona.birth_date_number())),
        number_file(number_b, comparison_number("surface-b", persona.verification_number_b())),
        number_file(number_a, comparison_number("surface-a", persona.verification_number_a())),
        signature_key_file(internal_key, own_key, surface_access()),
        closed_file(0x0014),
        closed_file(0x0015),
        closed_file(0x001C),
        closed_file(0x001E)};
    files.insert(files.end(), key_files.begin(), key_files.end());
    return CardApplication{surface_application, std::move(files), internal_key};
}

} // namespace madoguchi::sim
