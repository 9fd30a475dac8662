#include "tests/unit/jpki/support/certificates.hpp"

#include <openssl/evp.h>

#include <algorithm>

namespace madoguchi::jpki::test {

namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

constexpr const char* authority_name = "authority";

void add(X509* certificate, X509* issuer, const ExtensionText& text) {
    const auto extension = x509_extension(issuer, certificate, text);
    require(X509_add_ext(certificate, extension.get(), -1) == 1);
}

X509Part<X509> blank(CivilTime not_before, CivilTime not_after, long serial_number) {
    X509Part<X509> certificate(X509_new());
    require(X509_set_version(certificate.get(), 2) == 1 &&
            X509_set_serialNumber(certificate.get(), asn1_integer(serial_number).get()) == 1 &&
            X509_set1_notBefore(certificate.get(), asn1_time(not_before).get()) == 1 &&
            X509_set1_notAfter(certificate.get(), asn1_time(not_after).get()) == 1);
    return certificate;
}

Bytes der_of(X509* certificate) {
    unsigned char* encoded = nullptr;
    const int size = i2d_X509(certificate, &encoded);
    require(size > 0);
    Bytes der(encoded, encoded + size);
    OPENSSL_free(encoded);
    return der;
}

X509Part<X509> authority(const AuthorityForm& form) {
    X509Part<X509> certificate = blank(form.not_before, form.not_after, 1);
    const auto name = x509_name(form.unit, authority_name);
    require(X509_set_subject_name(certificate.get(), name.get()) == 1 &&
            X509_set_issuer_name(certificate.get(), name.get()) == 1 &&
            X509_set_pubkey(certificate.get(), native_key(form.key)) == 1);
    for (const ExtensionText& extension : {ExtensionText{"basicConstraints", "critical,CA:TRUE"},
                                           ExtensionText{"keyUsage", form.key_usage},
                                           ExtensionText{"subjectKeyIdentifier", "hash"}}) {
        add(certificate.get(), certificate.get(), extension);
    }
    require(X509_sign(certificate.get(), native_key(form.key), EVP_sha256()) > 0);
    return certificate;
}

X509Part<X509> authority_with_key(const std::string& key) {
    AuthorityForm form;
    form.key = key;
    return authority(form);
}

void add(X509_CRL* list, const RevokedEntry& entry) {
    X509Part<X509_REVOKED> revoked(X509_REVOKED_new());
    require(X509_REVOKED_set_serialNumber(revoked.get(), asn1_integer(entry.serial_number).get()) ==
                1 &&
            X509_REVOKED_set_revocationDate(revoked.get(), asn1_time(entry.since).get()) == 1 &&
            X509_CRL_add0_revoked(list, revoked.get()) == 1);
    static_cast<void>(revoked.release()); // now the list's
}

} // namespace

CivilTime test_time() {
    return CivilTime(sys_days(2026y / 6 / 1)) + 12h;
}

AuthorityForm::AuthorityForm()
    : not_before(sys_days(2023y / 7 / 16)), not_after(sys_days(2033y / 7 / 15)) {
}

CertificateForm::CertificateForm()
    : not_before(sys_days(2024y / 2 / 17)),
      not_after(CivilTime(sys_days(2029y / 2 / 17)) + 14h + 59min + 59s),
      extensions{{"keyUsage", "critical,digitalSignature"},
                 {"certificatePolicies", "critical,1.2.392.200149.8.5.1.3.30"},
                 {"authorityKeyIdentifier", "keyid"},
                 {"subjectKeyIdentifier", "hash"}} {
}

RevocationListForm::RevocationListForm()
    : this_update(test_time() - 24h), next_update(test_time() + 24h),
      extensions{{"authorityKeyIdentifier", "keyid"}} {
}

CertificateForm& CertificateForm::with(const std::string& name, const std::string& value) {
    const auto found =
        std::find_if(extensions.begin(), extensions.end(),
                     [&name](const ExtensionText& extension) { return extension.name == name; });
    if (found == extensions.end()) {
        extensions.push_back({name, value});
    } else if (value.empty()) {
        extensions.erase(found);
    } else {
        found->value = value;
    }
    return *this;
}

Bytes make_certificate(const CertificateForm& form) {
    const X509Part<X509> issuer = authority_with_key(form.names_issuer);
    const X509Part<X509> certificate = blank(form.not_before, form.not_after, form.serial_number);
    EVP_PKEY* subject = form.odd_key ? form.odd_key.get() : native_key(form.subject_key);
    require(X509_set_version(certificate.get(), form.version) == 1 &&
            X509_set_subject_name(certificate.get(),
                                  x509_name("holders", form.common_name).get()) == 1 &&
            X509_set_issuer_name(certificate.get(),
                                 x509_name(form.issuer_unit, authority_name).get()) == 1 &&
            X509_set_pubkey(certificate.get(), subject) == 1);
    for (const ExtensionText& extension : form.extensions) {
        add(certificate.get(), issuer.get(), extension);
    }
    require(X509_sign(certificate.get(), native_key(form.signed_by),
                      EVP_get_digestbyname(form.hash.c_str())) > 0);
    return der_of(certificate.get());
}

Bytes make_authority(const AuthorityForm& form) {
    return der_of(authority(form).get());
}

Bytes make_authority(const std::string& key) {
    return der_of(authority_with_key(key).get());
}

Bytes make_revocation_list(const RevocationListForm& form) {
    const X509Part<X509> issuer = authority_with_key(form.names_issuer);
    const X509Part<X509_CRL> list(X509_CRL_new());
    require(X509_CRL_set_version(list.get(), 1) == 1 &&
            X509_CRL_set_issuer_name(list.get(),
                                     x509_name(form.issuer_unit, authority_name).get()) == 1 &&
            X509_CRL_set1_lastUpdate(list.get(), asn1_time(form.this_update).get()) == 1 &&
            X509_CRL_set1_nextUpdate(list.get(), asn1_time(form.next_update).get()) == 1);
    for (const RevokedEntry& entry : form.entries) {
        add(list.get(), entry);
    }
    for (const ExtensionText& text : form.extensions) {
        const auto extension = x509_extension(issuer.get(), nullptr, text);
        require(X509_CRL_add_ext(list.get(), extension.get(), -1) == 1);
    }
    require(X509_CRL_sign(list.get(), native_key(form.signed_by), EVP_sha256()) > 0);
    unsigned char* encoded = nullptr;
    const int size = i2d_X509_CRL(list.get(), &encoded);
    require(size > 0);
    Bytes der(encoded, encoded + size);
    OPENSSL_free(encoded);
    return der;
}

std::string to_pem(ByteView certificate) {
    return to_pem(certificate, "CERTIFICATE");
}

} // namespace madoguchi::jpki::test
