// 公的個人認証AP (reference, section 5).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_file_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/tlv_writer.hpp"

#include <algorithm>

namespace madoguchi::sim {

namespace {

// As one card was dumped; a longer certificate makes its file longer.
Bytes certificate_file(Bytes certificate) {
    constexpr std::size_t usual_size = 1900;
    const std::size_t size = std::max(usual_size, certificate.size());
    return filled(std::move(certificate), size, 0x00);
}

Bytes padded_text(std::string text, std::size_t length) {
    text.resize(length, ' ');
    return to_bytes(as_bytes(text));
}

Bytes number32(std::uint32_t value) {
    return concatenate({two_bytes(value >> 16U), two_bytes(value & 0xFFFFU)});
}

// PKCS#11 CK_TOKEN_INFO, big-endian, 160 bytes (reference, section 5.1).
Bytes token_info_file(const Persona& persona) {
    constexpr std::uint32_t flags = 0x40D;
    constexpr std::uint32_t unavailable = 0xFFFFFFFF;
    const Bytes memory = number32(unavailable);
    const Bytes no_count = number32(0);
    const std::string time(16, '9');
    return concatenate({padded_text("JPKIAPICCTOKEN2", 32), padded_text("MADOGUCHI SIMULATOR", 32),
                        padded_text("E16R01NJ", 16), padded_text(persona.card.serial, 16),
                        number32(flags), no_count, no_count, no_count, no_count, number32(16),
                        number32(6), memory, memory, memory, memory, as_bytes("03"), as_bytes("01"),
                        as_bytes(time)});
}

} // namespace

Result<CardApplication> make_jpki_application(const CardOrder& order) {
    using namespace jpki_file;
    const auto& [persona, issuer] = order;
    const RsaKey own_authentication_key = MADOGUCHI_TRY(order.card_key("authentication"));
    const RsaKey own_signature_key = MADOGUCHI_TRY(order.card_key("signature"));
    const auto use_signature = CertificateUse::Signature;
    const auto use_authentication = CertificateUse::UserAuthentication;
    Bytes signing =
        MADOGUCHI_TRY(issuer.issue_certificate(use_signature, persona, own_signature_key));
    Bytes authenticating = MADOGUCHI_TRY(
        issuer.issue_certificate(use_authentication, persona, own_authentication_key));
    Bytes signing_authority = MADOGUCHI_TRY(issuer.authority_certificate(use_signature));
    Bytes authenticating_authority =
        MADOGUCHI_TRY(issuer.authority_certificate(use_authentication));
    const AccessTable& access = jpki_access();
    const auto certificate = [&access](apdu::FileId id, Bytes der) {
        return transparent_file(id, certificate_file(std::move(der)), access);
    };
    return CardApplication{
        jpki_application,
        {certificate(signature_certificate, std::move(signing)),
         certificate(signature_authority_certificate, std::move(signing_authority)),
         transparent_file(token_info, token_info_file(persona), access),
         transparent_file(certificate_flags, {0x8F, 0x8F, 0x00}, access),
         transparent_file(apdu::FileId(0x0009), Bytes(16, 0xFF), access),
         certificate(authentication_certificate, std::move(authenticating)),
         certificate(authentication_authority_certificate, std::move(authenticating_authority)),
         signature_key_file(authentication_key, own_authentication_key, access),
         number_file(authentication_pin,
                     four_digit_pin("jpki-authentication", persona.pins.authentication,
                                    ChangeCommand::Iso)),
         signature_key_file(signature_key, own_signature_key, access),
         number_file(signature_password,
                     {"jpki-signature", persona.pins.signature, 5, 5, 6, 16, ChangeCommand::Iso}),
         closed_file(verifier_authority_key.value()), closed_file(0x0010), closed_file(0x0019),
         closed_file(0x001C), closed_file(0x001E)},
        std::nullopt};
}

} // namespace madoguchi::sim
