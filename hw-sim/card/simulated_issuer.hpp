// The authorities behind simulated cards: the two certificate authorities of the
// 公的個人認証サービス and the issuers of the card-data signing keys. Their names say plainly that
// they are simulated.
#pragma once

#include "hw-sim/card/authority_generation.hpp"
#include "hw-sim/card/card_key_id.hpp"
#include "hw-sim/card/key_store.hpp"
#include "hw-sim/card/persona.hpp"

#include <cstdint>
#include <filesystem>

namespace madoguchi::sim {

// 利用者証明用 and 署名用.
enum class CertificateUse : std::uint8_t { UserAuthentication, Signature };

// What a card-data signing key signs; each has an issuer key of its own (reference, section 7.4).
enum class CardDataDomain : std::uint8_t {
    CardObjects,  // card-level objects
    Surface,      // 券面事項確認AP
    InputSupport, // 券面事項入力補助AP
    // 券面等AP of the next-generation card; provisional, no public APDU specification.
    MergedSurface,
};

// 製造番号 of the card that was reported lost: its certificates are revoked, whoever held it.
inline constexpr const char* lost_card_serial = "909999999999999";

// A municipality's key that signs card data, and the certificate that says so.
struct CardDataSigner {
    CardKeyId id;
    KeyPair key;
    Bytes certificate; // CV certificate: reference, section 6.3
};

// Borrows a key store that must outlive it. Holds no state of its own, so two issuers over one
// store are the same authority.
class SimulatedIssuer {
public:
    explicit SimulatedIssuer(KeyStore& keys) noexcept : keys_(keys) {}

    [[nodiscard]] KeyStore& keys() const noexcept { return keys_; }

    // Self-signed X.509 CA certificate, DER: reference, section 9.1.
    [[nodiscard]] Result<Bytes> authority_certificate(
        CertificateUse use,
        const AuthorityGeneration& generation = newest_authority_generation()) const;
    // End-entity certificate of this persona's card for the key, DER: reference, section 9.2.
    // By the generation of the day that it is issued.
    [[nodiscard]] Result<Bytes> issue_certificate(CertificateUse use, const Persona& persona,
                                                  const KeyPair& subject_key) const;
    // The same by this generation.
    [[nodiscard]] Result<Bytes> issue_certificate(CertificateUse use, const Persona& persona,
                                                  const KeyPair& subject_key,
                                                  const AuthorityGeneration& generation) const;

    [[nodiscard]] Result<KeyPair> card_data_issuer_key(CardDataDomain domain) const;
    // The signing key that a municipality (5 digits) uses in this domain.
    [[nodiscard]] Result<CardDataSigner> card_data_signer(CardDataDomain domain,
                                                          const std::string& municipality) const;

    // The authority's list, DER, as of this day: it names the certificates of lost_card_serial.
    [[nodiscard]] Result<Bytes>
    revocation_list(CertificateUse use, const AuthorityGeneration& generation, CivilDate day) const;

    // Writes what a reader must trust to accept these cards, replacing what is there:
    // folder/user-authentication/jpki-sim-<generation>.pem (X.509) and
    // folder/card-data/<32 hex digits of the issuer key id>.pem (SubjectPublicKeyInfo, RSA), and
    // folder/card-data-p384/ likewise, with what the provisional next-generation card needs.
    // Errors: StorageFailed, and as the key store.
    [[nodiscard]] Result<void> export_trust_anchors(const std::filesystem::path& folder) const;
    // Beside them, folder/user-authentication/jpki-sim-<generation>.crl (DER).
    [[nodiscard]] Result<void> export_revocation_lists(const std::filesystem::path& folder,
                                                       CivilDate day) const;

private:
    [[nodiscard]] Result<KeyPair> authority_key(CertificateUse use,
                                                const AuthorityGeneration& generation) const;

    KeyStore& keys_;
};

} // namespace madoguchi::sim
