#include "jpki/trust/certificate.hpp"

#include "apdu/ber_tlv.hpp"
#include "jpki/trust/asn1_values.hpp"

#include <openssl/err.h>
#include <openssl/x509.h>

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

Result<ValidityPeriod> validity_of(const X509& certificate) {
    const CivilTime not_before = MADOGUCHI_TRY(time_in(X509_get0_notBefore(&certificate)));
    const CivilTime not_after = MADOGUCHI_TRY(time_in(X509_get0_notAfter(&certificate)));
    return ValidityPeriod{not_before, not_after};
}

} // namespace

void X509Deleter::operator()(x509_st* certificate) const noexcept {
    X509_free(certificate);
}

Result<X509Certificate> parse_x509(ByteView file) {
    if (file.size() > largest_certificate_file) {
        return fail(ErrorCode::TooLarge, "a certificate file is larger than any real one");
    }
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
    const ValidityPeriod validity = MADOGUCHI_TRY(validity_of(*certificate));
    return X509Certificate{std::move(certificate), to_bytes(der), validity};
}

Result<PublicKey> public_key_of(const x509_st& certificate) {
    unsigned char* encoded = nullptr;
    const int size = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(&certificate), &encoded);
    const Bytes info(encoded, encoded + (size > 0 ? size : 0));
    OPENSSL_free(encoded);
    ERR_clear_error();
    return parse_public_key(info);
}

UserAuthenticationCertificate::UserAuthenticationCertificate(X509Certificate certificate)
    : certificate_(std::move(certificate)),
      serial_number_(to_hex(octets_in(X509_get0_serialNumber(certificate_.x509.get())))) {
}

Result<UserAuthenticationCertificate> UserAuthenticationCertificate::parse(ByteView file) {
    return UserAuthenticationCertificate(MADOGUCHI_TRY(parse_x509(file)));
}

Result<IssuerCertificate> IssuerCertificate::parse(ByteView file) {
    return IssuerCertificate(MADOGUCHI_TRY(parse_x509(file)));
}

} // namespace madoguchi::jpki
