#include "hw-sim/card/certificate_profile.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/card/name_substitution.hpp"

#include <openssl/obj_mac.h>

#include <algorithm>
#include <charconv>

namespace madoguchi::sim {

namespace {

constexpr const char* practice_statement = "http://simulator.invalid/cps.html";
constexpr const char* authentication_policy = "1.2.392.200149.8.5.1.3.30";
constexpr const char* signature_policy = "1.2.392.200149.8.5.1.1.20";

DistinguishedName authority_name(CertificateUse use) {
    return {{"C", "JP"},
            {"O", "JPKI-SIM"},
            {"OU", use == CertificateUse::UserAuthentication ? "JPKI for user authentication"
                                                             : "JPKI for digital signature"},
            {"OU", "Madoguchi card simulator"}};
}

DistinguishedName service_name() {
    return {{"C", "JP"}, {"O", "公的個人認証サービス（模擬）"}};
}

DistinguishedName revocation_list_name(CertificateUse use) {
    DistinguishedName name = authority_name(use);
    name.emplace_back("CN", "CRL of a simulator, published nowhere");
    return name;
}

// Serial-like, without personal data: last digits of the card's serial, a mark, the municipality.
std::string subject_code(CertificateUse use, const Persona& persona) {
    const char kind = use == CertificateUse::UserAuthentication ? 'A' : 'B';
    return persona.card.serial.substr(5) + "SIM" + persona.card.municipality_code + "001" + kind;
}

DistinguishedName subject_name(CertificateUse use, const Persona& persona) {
    DistinguishedName name{{"C", "JP"}};
    if (use == CertificateUse::Signature) {
        name.emplace_back("L", "municipality " + persona.card.municipality_code);
    }
    name.emplace_back("CN", subject_code(use, persona));
    return name;
}

// Attributes 1.2.392.200149.8.5.5.x in the order that the card has them.
std::vector<OtherName> personal_attributes(const Persona& persona) {
    const SubstitutedText name = substitute_for_certificate(persona.name.kanji);
    const SubstitutedText address = substitute_for_certificate(persona.address);
    const std::string birth = era_year(persona.birth_date).era + compact_date(persona.birth_date);
    return {{"1.2.392.200149.8.5.5.1", name.text},   {"1.2.392.200149.8.5.5.4", birth},
            {"1.2.392.200149.8.5.5.3", persona.sex}, {"1.2.392.200149.8.5.5.5", address.text},
            {"1.2.392.200149.8.5.5.2", name.flags},  {"1.2.392.200149.8.5.5.6", address.flags}};
}

constexpr std::chrono::seconds midnight{0};
constexpr std::chrono::seconds last_second = std::chrono::hours(24) - std::chrono::seconds(1);

std::uint64_t authority_serial(CertificateUse use, const AuthorityGeneration& generation) {
    return generation.serial + (use == CertificateUse::UserAuthentication ? 0 : 1);
}

} // namespace

std::uint64_t certificate_serial(CertificateUse use, const std::string& card_serial) {
    std::uint64_t card = 0;
    std::from_chars(card_serial.data(), card_serial.data() + card_serial.size(), card);
    return card * 2 + (use == CertificateUse::UserAuthentication ? 1 : 2);
}

Result<Bytes> build_authority_certificate(CertificateUse use, const AuthorityGeneration& generation,
                                          const KeyPair& key) {
    const DistinguishedName name = authority_name(use);
    CertificateBuilder builder;
    builder.serial_number(authority_serial(use, generation))
        .names(name, name)
        .validity(in_japan(generation.first_day, midnight),
                  in_japan(generation.last_day, last_second))
        .keys(key, key)
        .extension(NID_key_usage, "critical,keyCertSign,cRLSign")
        .extension(NID_basic_constraints, "critical,CA:TRUE")
        .issuer_alternative_name(service_name());
    return builder.sign(key);
}

Result<Bytes> build_end_entity_certificate(CertificateUse use, const Persona& persona,
                                           const KeyPair& subject_key,
                                           const AuthorityGeneration& generation,
                                           const KeyPair& authority_key) {
    const int years = generation.certificate_years;
    const CivilDate issued = std::max(certificate_issue_date(persona, years), generation.first_day);
    const bool is_signature = use == CertificateUse::Signature;
    CertificateBuilder builder;
    builder.serial_number(certificate_serial(use, persona.card.serial))
        .names(authority_name(use), subject_name(use, persona))
        .validity(in_japan(issued, midnight),
                  in_japan(certificate_last_day(persona, years), last_second))
        .keys(subject_key, authority_key)
        .extension(NID_key_usage, is_signature ? "critical,digitalSignature,nonRepudiation"
                                               : "critical,digitalSignature")
        .policy(is_signature ? signature_policy : authentication_policy, practice_statement)
        .issuer_alternative_name(service_name())
        .revocation_list_at(revocation_list_name(use));
    if (is_signature) {
        builder.subject_alternative_names(personal_attributes(persona));
    }
    return builder.sign(authority_key);
}

CivilDate certificate_issue_date(const Persona& persona, int years) {
    if (persona.card.certificate_expiry) {
        return years_later(*persona.card.certificate_expiry, -years);
    }
    const CivilDate first_possible = years_later(persona.card.expiry, -10);
    return CivilDate(std::chrono::sys_days(first_possible) + std::chrono::days(30));
}

CivilDate certificate_last_day(const Persona& persona, int years) {
    if (persona.card.certificate_expiry) {
        return *persona.card.certificate_expiry;
    }
    const CivilDate issued = certificate_issue_date(persona, years);
    const int age = static_cast<int>(issued.year()) - static_cast<int>(persona.birth_date.year());
    const bool birthday_is_past = years_later(persona.birth_date, age) <= issued;
    const int last = age + years - (birthday_is_past ? 0 : 1);
    return std::min(years_later(persona.birth_date, last), persona.card.expiry);
}

} // namespace madoguchi::sim
