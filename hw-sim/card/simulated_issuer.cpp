#include "hw-sim/card/simulated_issuer.hpp"

#include "hw-sim/card/card_verifiable_certificate.hpp"
#include "hw-sim/card/certificate_profile.hpp"
#include "hw-sim/card/pem.hpp"
#include "hw-sim/card/revocation_list.hpp"
#include "hw-sim/card/text_file.hpp"

#include <array>

namespace madoguchi::sim {

namespace {

// Real issuer ids begin with 5, test ids with 6; no prefecture has the number 99.
struct DomainNames {
    CardDataDomain domain;
    const char* issuer_key;
    const char* issuer_authority;
    const char* signer_key;    // municipality follows
    const char* signer_suffix; // after the municipality's five digits
    KeyAlgorithm algorithm = KeyAlgorithm::Rsa2048;
    const char* anchors = "card-data"; // folder for the issuer's key
};

constexpr std::array<DomainNames, 4> domains{{
    {CardDataDomain::CardObjects, "issuer-card-objects", "9900020", "signer-card-objects-", "20"},
    {CardDataDomain::Surface, "issuer-surface", "9900023", "signer-surface-", "23"},
    {CardDataDomain::InputSupport, "issuer-input-support", "9900033", "signer-input-support-",
     "33"},
    {CardDataDomain::MergedSurface, "issuer-merged-surface", "9900042", "signer-merged-surface-",
     "42", KeyAlgorithm::EcdsaP384, "card-data-p384"},
}};

const DomainNames& names_of(CardDataDomain domain) {
    return domains[static_cast<std::size_t>(domain)];
}

CardKeyId issuer_id(const DomainNames& names) {
    return {names.issuer_authority, "001"};
}

std::string authority_name(CertificateUse use, const AuthorityGeneration& generation) {
    const std::string authority = use == CertificateUse::UserAuthentication
                                      ? "authority-user-authentication-"
                                      : "authority-signature-";
    return authority + generation.name;
}

std::filesystem::path authority_file(const std::filesystem::path& folder,
                                     const AuthorityGeneration& generation, const char* ending) {
    return folder / "user-authentication" / (std::string("jpki-sim-") + generation.name + ending);
}

// Those of today's cards and of the next.
std::vector<AuthorityGeneration> exported_generations() {
    const auto& todays = authority_generations();
    std::vector<AuthorityGeneration> all(todays.begin(), todays.end());
    all.push_back(provisional_authority_generation());
    return all;
}

} // namespace

Result<KeyPair> SimulatedIssuer::authority_key(CertificateUse use,
                                               const AuthorityGeneration& generation) const {
    return keys_.key_pair(authority_name(use, generation), generation.algorithm);
}

Result<Bytes> SimulatedIssuer::authority_certificate(CertificateUse use,
                                                     const AuthorityGeneration& generation) const {
    const KeyPair key = MADOGUCHI_TRY(authority_key(use, generation));
    return keys_.kept(authority_name(use, generation) + "-certificate",
                      [&] { return build_authority_certificate(use, generation, key); });
}

Result<Bytes> SimulatedIssuer::issue_certificate(CertificateUse use, const Persona& persona,
                                                 const KeyPair& subject_key) const {
    return issue_certificate(use, persona, subject_key,
                             authority_generation_on(certificate_issue_date(persona)));
}

Result<Bytes> SimulatedIssuer::issue_certificate(CertificateUse use, const Persona& persona,
                                                 const KeyPair& subject_key,
                                                 const AuthorityGeneration& generation) const {
    const KeyPair key = MADOGUCHI_TRY(authority_key(use, generation));
    return build_end_entity_certificate(use, persona, subject_key, generation, key);
}

Result<Bytes> SimulatedIssuer::revocation_list(CertificateUse use,
                                               const AuthorityGeneration& generation,
                                               CivilDate day) const {
    const KeyPair key = MADOGUCHI_TRY(authority_key(use, generation));
    const Bytes authority = MADOGUCHI_TRY(authority_certificate(use, generation));
    return build_revocation_list(authority, key, {certificate_serial(use, lost_card_serial)}, day);
}

Result<KeyPair> SimulatedIssuer::card_data_issuer_key(CardDataDomain domain) const {
    const DomainNames& names = names_of(domain);
    return keys_.key_pair(names.issuer_key, names.algorithm);
}

Result<CardDataSigner> SimulatedIssuer::card_data_signer(CardDataDomain domain,
                                                         const std::string& municipality) const {
    const DomainNames& names = names_of(domain);
    const KeyPair issuer_key = MADOGUCHI_TRY(card_data_issuer_key(domain));
    const KeyPair signer_key =
        MADOGUCHI_TRY(keys_.key_pair(names.signer_key + municipality, names.algorithm));
    const CardKeyId signer_id(municipality + names.signer_suffix, "000");
    Bytes certificate = MADOGUCHI_TRY(
        build_card_verifiable_certificate(issuer_id(names), issuer_key, signer_id, signer_key));
    return CardDataSigner{signer_id, signer_key, std::move(certificate)};
}

Result<void> SimulatedIssuer::export_trust_anchors(const std::filesystem::path& folder) const {
    for (const AuthorityGeneration& generation : exported_generations()) {
        const Bytes authority =
            MADOGUCHI_TRY(authority_certificate(CertificateUse::UserAuthentication, generation));
        MADOGUCHI_TRY(replace_text_file(authority_file(folder, generation, ".pem"),
                                        certificate_pem(authority)));
    }
    for (const DomainNames& names : domains) {
        const KeyPair key = MADOGUCHI_TRY(card_data_issuer_key(names.domain));
        const std::string pem = MADOGUCHI_TRY(public_pem(key));
        const std::string file_name = to_hex(issuer_id(names).bytes()) + ".pem";
        MADOGUCHI_TRY(replace_text_file(folder / names.anchors / file_name, pem));
    }
    return {};
}

Result<void> SimulatedIssuer::export_revocation_lists(const std::filesystem::path& folder,
                                                      CivilDate day) const {
    const CertificateUse use = CertificateUse::UserAuthentication;
    for (const AuthorityGeneration& generation : exported_generations()) {
        const Bytes list = MADOGUCHI_TRY(revocation_list(use, generation, day));
        MADOGUCHI_TRY(replace_text_file(authority_file(folder, generation, ".crl"), as_text(list)));
    }
    return {};
}

} // namespace madoguchi::sim
