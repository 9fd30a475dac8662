#include "jpki/trust/certificate.hpp"

#include "apdu/ber_tlv.hpp"
#include "jpki/trust/rsa_from_openssl.hpp"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/x509.h>

#include <ctime>

namespace madoguchi::jpki {

namespace {

using apdu::BerTlvReader;

// Shortest forms at every level: OpenSSL alone would accept longer ones. The reader bounds depth
// and number of elements.
Result<void> require_shortest_forms(BerTlvReader reader) {
    while (!reader.at_end()) {
        const apdu::BerTlv object = MADOGUCHI_TRY(reader.next());
        if (object.is_constructed()) {
            const BerTlvReader inside = MADOGUCHI_TRY(reader.enter(object));
            MADOGUCHI_TRY(require_shortest_forms(inside));
        }
    }
    return {};
}

Result<ByteView> sole_object(ByteView file) {
    BerTlvReader outside(file, apdu::TlvRules::Strict);
    constexpr std::uint32_t sequence = 0x30;
    const apdu::BerTlv object = MADOGUCHI_TRY(outside.expect(sequence));
    if (!apdu::is_filler(outside.rest())) {
        return fail(ErrorCode::TagUnexpected, "something other than filler follows a certificate");
    }
    MADOGUCHI_TRY(require_shortest_forms(BerTlvReader(object.encoded, apdu::TlvRules::Strict)));
    return object.encoded;
}

Result<CivilTime> time_from(const ASN1_TIME* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        return fail(ErrorCode::CertificateInvalid, "a certificate states a time that is none");
    }
    const std::chrono::year_month_day day{
        std::chrono::year(parts.tm_year + 1900),
        std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
        std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
    return CivilTime(std::chrono::sys_days(day)) + std::chrono::hours(parts.tm_hour) +
           std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec);
}

std::string serial_of(const X509& certificate) {
    const ASN1_INTEGER* serial = X509_get0_serialNumber(&certificate);
    return to_hex(ByteView(serial->data, static_cast<std::size_t>(serial->length)));
}

Bytes der_of(X509& certificate) {
    unsigned char* encoded = nullptr;
    const int size = i2d_X509(&certificate, &encoded);
    Bytes der(encoded, encoded + (size > 0 ? size : 0));
    OPENSSL_free(encoded);
    return der;
}

} // namespace

void X509Deleter::operator()(x509_st* certificate) const noexcept {
    X509_free(certificate);
}

Result<X509Handle> parse_x509(ByteView file) {
    const ByteView der = MADOGUCHI_TRY(sole_object(file));
    const std::uint8_t* cursor = der.data();
    X509Handle certificate(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
    ERR_clear_error();
    if (certificate == nullptr || cursor != der.data() + der.size()) {
        return fail(ErrorCode::CertificateInvalid, "a certificate file holds no X.509 certificate");
    }
    constexpr long version_3 = 2;
    if (X509_get_version(certificate.get()) != version_3) {
        return fail(ErrorCode::CertificateInvalid, "a certificate is not of version 3");
    }
    return certificate;
}

Result<ValidityPeriod> validity_of(const x509_st& certificate) {
    const CivilTime not_before = MADOGUCHI_TRY(time_from(X509_get0_notBefore(&certificate)));
    const CivilTime not_after = MADOGUCHI_TRY(time_from(X509_get0_notAfter(&certificate)));
    return ValidityPeriod{not_before, not_after};
}

Result<RsaPublicKey> public_key_of(x509_st& certificate) {
    auto key = rsa_from_openssl(X509_get0_pubkey(&certificate));
    ERR_clear_error();
    return key;
}

UserAuthenticationCertificate::UserAuthenticationCertificate(X509Handle x509, Bytes der,
                                                             std::string serial_number,
                                                             ValidityPeriod validity)
    : x509_(std::move(x509)), der_(std::move(der)), serial_number_(std::move(serial_number)),
      validity_(validity) {
}

Result<UserAuthenticationCertificate> UserAuthenticationCertificate::parse(ByteView file) {
    X509Handle x509 = MADOGUCHI_TRY(parse_x509(file));
    const ValidityPeriod validity = MADOGUCHI_TRY(validity_of(*x509));
    Bytes der = der_of(*x509);
    std::string serial_number = serial_of(*x509);
    return UserAuthenticationCertificate(std::move(x509), std::move(der), std::move(serial_number),
                                         validity);
}

IssuerCertificate::IssuerCertificate(X509Handle x509, Bytes der, ValidityPeriod validity)
    : x509_(std::move(x509)), der_(std::move(der)), validity_(validity) {
}

Result<IssuerCertificate> IssuerCertificate::parse(ByteView file) {
    X509Handle x509 = MADOGUCHI_TRY(parse_x509(file));
    const ValidityPeriod validity = MADOGUCHI_TRY(validity_of(*x509));
    Bytes der = der_of(*x509);
    return IssuerCertificate(std::move(x509), std::move(der), validity);
}

} // namespace madoguchi::jpki
