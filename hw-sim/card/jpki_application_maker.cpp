// 公的個人認証AP (reference, section 5).
#include "hw-sim/card/application_makers.hpp"
#include "hw-sim/card/card_file_makers.hpp"
#include "hw-sim/card/card_names.hpp"
#include "hw-sim/card/certificate_profile.hpp"
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
Bytes token_info_file(const CardOrder& order) {
    constexpr std::uint32_t flags = 0x40D;
    constexpr std::uint32_t unavailable = 0xFFFFFFFF;
    const Bytes memory = number32(unavailable);
    const Bytes no_count = number32(0);
    const std::string time(16, '9');
    return concatenate({padded_text(std::string(order.kind.token_label), 32),
                        padded_text("MADOGUCHI SIMULATOR", 32), padded_text("E16R01NJ", 16),
                        padded_text(order.persona.card.serial, 16), number32(flags), no_count,
                        no_count, no_count, no_count, number32(16), number32(6), memory, memory,
                        memory, memory, as_bytes("03"), as_bytes("01"), as_bytes(time)});
}

// Presence of the certificates: 署名用, 利用者証明用. What an absent one looks like was not seen.
Bytes certificate_flags_file(const CardKind& kind) {
    constexpr std::uint8_t present = 0x8F;
    constexpr std::uint8_t absent = 0x00;
    return {kind.has_signature_certificate ? present : absent, present, 0x00};
}

// Without the certificate its number was never set: blocked, as the one such number that was
// measured (券面事項入力補助AP, 0012).
NumberFile signature_password_number(const CardOrder& order) {
    constexpr std::uint8_t tries = 5;
    NumberFile number{"jpki-signature",  order.persona.pins.signature, tries, tries, 6, 16,
                      ChangeCommand::Iso};
    if (!order.kind.has_signature_certificate) {
        number.tries_as_issued = 0;
    }
    return number;
}

const AuthorityGeneration& generation_of(const CardOrder& order) {
    return order.kind.authority != nullptr
               ? *order.kind.authority
               : authority_generation_on(certificate_issue_date(order.persona));
}

Result<std::vector<CardFile>> make_certificate_files(const CardOrder& order,
                                                     const KeyPair& authentication,
                                                     const KeyPair& signature) {
    using namespace jpki_file;
    const auto& [persona, issuer, kind] = order;
    const auto use_signature = CertificateUse::Signature;
    const auto use_authentication = CertificateUse::UserAuthentication;
    const AuthorityGeneration& generation = generation_of(order);
    Bytes signing =
        kind.has_signature_certificate
            ? MADOGUCHI_TRY(issuer.issue_certificate(use_signature, persona, signature, generation))
            : Bytes();
    Bytes authenticating = MADOGUCHI_TRY(
        issuer.issue_certificate(use_authentication, persona, authentication, generation));
    Bytes signing_authority =
        MADOGUCHI_TRY(issuer.authority_certificate(use_signature, generation));
    Bytes authenticating_authority =
        MADOGUCHI_TRY(issuer.authority_certificate(use_authentication, generation));
    const auto file = [](apdu::FileId id, Bytes der) {
        return transparent_file(id, certificate_file(std::move(der)), jpki_access());
    };
    return std::vector<CardFile>{
        file(signature_certificate, std::move(signing)),
        file(signature_authority_certificate, std::move(signing_authority)),
        file(authentication_certificate, std::move(authenticating)),
        file(authentication_authority_certificate, std::move(authenticating_authority))};
}

} // namespace

Result<CardApplication> make_jpki_application(const CardOrder& order) {
    using namespace jpki_file;
    const KeyAlgorithm algorithm = generation_of(order).algorithm;
    const KeyPair own_authentication_key =
        MADOGUCHI_TRY(order.card_key("authentication", algorithm));
    const KeyPair own_signature_key = MADOGUCHI_TRY(order.card_key("signature", algorithm));
    std::vector<CardFile> files =
        MADOGUCHI_TRY(make_certificate_files(order, own_authentication_key, own_signature_key));
    const AccessTable& access = jpki_access();
    const std::vector<CardFile> others{
        transparent_file(token_info, token_info_file(order), access),
        transparent_file(certificate_flags, certificate_flags_file(order.kind), access),
        transparent_file(apdu::FileId(0x0009), Bytes(16, 0xFF), access),
        signature_key_file(authentication_key, own_authentication_key, access),
        number_file(authentication_pin,
                    four_digit_pin("jpki-authentication", order.persona.pins.authentication,
                                   ChangeCommand::Iso)),
        signature_key_file(signature_key, own_signature_key, access),
        number_file(signature_password, signature_password_number(order)),
        closed_file(verifier_authority_key.value()),
        closed_file(0x0010),
        closed_file(0x0019),
        closed_file(0x001C),
        closed_file(0x001E)};
    files.insert(files.end(), others.begin(), others.end());
    return CardApplication{jpki_application, std::move(files), std::nullopt};
}

} // namespace madoguchi::sim
