#include "hw-sim/card/revocation_list.hpp"

#include "hw-sim/card/civil_dates.hpp"

#include <openssl/x509v3.h>

#include <memory>

namespace madoguchi::sim {

namespace {

using CertificatePtr = std::unique_ptr<X509, decltype(&X509_free)>;
using ListPtr = std::unique_ptr<X509_CRL, decltype(&X509_CRL_free)>;
using TimePtr = std::unique_ptr<ASN1_TIME, decltype(&ASN1_TIME_free)>;
using IntegerPtr = std::unique_ptr<ASN1_INTEGER, decltype(&ASN1_INTEGER_free)>;

TimePtr start_of(CivilDate day) {
    return {ASN1_TIME_set(nullptr, in_japan(day, std::chrono::seconds(0))), ASN1_TIME_free};
}

CivilDate days_after(CivilDate day, int days) {
    return CivilDate(std::chrono::sys_days(day) + std::chrono::days(days));
}

bool add_serial(X509_CRL* list, std::uint64_t serial, ASN1_TIME* when) {
    const IntegerPtr number(ASN1_INTEGER_new(), ASN1_INTEGER_free);
    X509_REVOKED* const entry = X509_REVOKED_new();
    const bool is_good = ASN1_INTEGER_set_uint64(number.get(), serial) == 1 &&
                         X509_REVOKED_set_serialNumber(entry, number.get()) == 1 &&
                         X509_REVOKED_set_revocationDate(entry, when) == 1;
    if (!is_good || X509_CRL_add0_revoked(list, entry) != 1) {
        X509_REVOKED_free(entry);
        return false;
    }
    return true;
}

// authorityKeyIdentifier from the authority's certificate, and a number that grows day by day.
bool add_extensions(X509_CRL* list, X509* authority, CivilDate day) {
    const ASN1_OCTET_STRING* const subject = X509_get0_subject_key_id(authority);
    const std::unique_ptr<AUTHORITY_KEYID, decltype(&AUTHORITY_KEYID_free)> identifier(
        AUTHORITY_KEYID_new(), AUTHORITY_KEYID_free);
    identifier->keyid = ASN1_OCTET_STRING_dup(subject);
    const IntegerPtr number(ASN1_INTEGER_new(), ASN1_INTEGER_free);
    ASN1_INTEGER_set(number.get(), std::chrono::sys_days(day).time_since_epoch().count());
    return X509_CRL_add1_ext_i2d(list, NID_authority_key_identifier, identifier.get(), 0, 0) == 1 &&
           X509_CRL_add1_ext_i2d(list, NID_crl_number, number.get(), 0, 0) == 1;
}

Result<Bytes> encode(const X509_CRL* list) {
    std::uint8_t* encoded = nullptr;
    const int length = i2d_X509_CRL(list, &encoded);
    if (length <= 0) {
        return fail(ErrorCode::CertificateInvalid, "OpenSSL cannot encode a revocation list");
    }
    Bytes der(encoded, encoded + length);
    OPENSSL_free(encoded);
    return der;
}

} // namespace

Result<Bytes> build_revocation_list(ByteView authority_certificate, const KeyPair& authority_key,
                                    const std::vector<std::uint64_t>& serials, CivilDate day) {
    constexpr int days_valid = 30;
    const std::uint8_t* cursor = authority_certificate.data();
    const CertificatePtr authority(
        d2i_X509(nullptr, &cursor, static_cast<long>(authority_certificate.size())), X509_free);
    const ListPtr list(X509_CRL_new(), X509_CRL_free);
    const TimePtr revoked_on = start_of(days_after(day, -1));
    bool is_good =
        authority != nullptr && X509_CRL_set_version(list.get(), X509_CRL_VERSION_2) == 1 &&
        X509_CRL_set_issuer_name(list.get(), X509_get_subject_name(authority.get())) == 1 &&
        X509_CRL_set1_lastUpdate(list.get(), start_of(day).get()) == 1 &&
        X509_CRL_set1_nextUpdate(list.get(), start_of(days_after(day, days_valid)).get()) == 1 &&
        add_extensions(list.get(), authority.get(), day);
    for (const std::uint64_t serial : serials) {
        is_good = is_good && add_serial(list.get(), serial, revoked_on.get());
    }
    if (!is_good || X509_CRL_sort(list.get()) != 1 ||
        X509_CRL_sign(list.get(), native(authority_key), digest_of(authority_key)) == 0) {
        return fail(ErrorCode::CertificateInvalid, "OpenSSL refuses to build a revocation list");
    }
    return encode(list.get());
}

} // namespace madoguchi::sim
