#include "tests/unit/jpki/support/certificates.hpp"

#include "tests/unit/jpki/support/card_data.hpp"

#include <openssl/conf.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace madoguchi::jpki::test {

namespace {

using namespace std::chrono_literals;

struct Deleter {
    void operator()(X509* x) const { X509_free(x); }
    void operator()(X509_EXTENSION* x) const { X509_EXTENSION_free(x); }
    void operator()(EVP_PKEY* x) const { EVP_PKEY_free(x); }
    void operator()(BIO* x) const { BIO_free(x); }
    void operator()(CONF* x) const { NCONF_free(x); }
};
using Certificate = std::unique_ptr<X509, Deleter>;
using Key = std::unique_ptr<EVP_PKEY, Deleter>;

void require(bool done) {
    if (!done) {
        throw std::runtime_error("OpenSSL could not make a test certificate");
    }
}

void set_time(ASN1_TIME* field, CivilTime time) {
    require(ASN1_TIME_set(field, time.time_since_epoch().count()) != nullptr);
}

// All authorities share one name, as the real ones do.
void set_name(X509_NAME* name, const char* common_name) {
    const auto add = [name](const char* field, const char* value) {
        const auto* text = reinterpret_cast<const unsigned char*>(value);
        require(X509_NAME_add_entry_by_txt(name, field, MBSTRING_ASC, text, -1, -1, 0) == 1);
    };
    add("C", "JP");
    add("O", "JPKI-SIMULATED");
    add("CN", common_name);
}

void add_extension(X509* certificate, X509* issuer, const ExtensionText& text) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const std::unique_ptr<CONF, Deleter> no_sections(NCONF_new(nullptr));
    X509V3_set_nconf(&context, no_sections.get()); // some extensions want one, even empty
    const std::unique_ptr<X509_EXTENSION, Deleter> extension(
        X509V3_EXT_nconf(nullptr, &context, text.name.c_str(), text.value.c_str()));
    require(extension != nullptr && X509_add_ext(certificate, extension.get(), -1) == 1);
}

Certificate blank(CivilTime not_before, CivilTime not_after, const char* common_name) {
    Certificate certificate(X509_new());
    require(X509_set_version(certificate.get(), 2) == 1);
    require(ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 0x1234567) == 1);
    set_time(X509_getm_notBefore(certificate.get()), not_before);
    set_time(X509_getm_notAfter(certificate.get()), not_after);
    set_name(X509_get_subject_name(certificate.get()), common_name);
    set_name(X509_get_issuer_name(certificate.get()), "authority");
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

void sign(X509* certificate, const std::string& key, const std::string& hash) {
    require(X509_sign(certificate, key_named(key).native(), EVP_get_digestbyname(hash.c_str())) >
            0);
}

Certificate authority(const std::string& name) {
    Certificate certificate = blank(CivilTime(std::chrono::sys_days(2023y / 7 / 16)),
                                    CivilTime(std::chrono::sys_days(2033y / 7 / 15)), "authority");
    require(X509_set_pubkey(certificate.get(), key_named(name).native()) == 1);
    for (const ExtensionText& extension :
         {ExtensionText{"basicConstraints", "critical,CA:TRUE"},
          ExtensionText{"keyUsage", "critical,keyCertSign,cRLSign"},
          ExtensionText{"subjectKeyIdentifier", "hash"}}) {
        add_extension(certificate.get(), certificate.get(), extension);
    }
    sign(certificate.get(), name, "SHA256");
    return certificate;
}

} // namespace

CivilTime test_time() {
    return CivilTime(std::chrono::sys_days(2026y / 6 / 1)) + 12h;
}

CertificateForm::CertificateForm()
    : not_before(std::chrono::sys_days(2024y / 2 / 17)),
      not_after(CivilTime(std::chrono::sys_days(2029y / 2 / 17)) + 14h + 59min + 59s),
      extensions{{"keyUsage", "critical,digitalSignature"},
                 {"certificatePolicies", "critical,1.2.392.200149.8.5.1.3.30"},
                 {"authorityKeyIdentifier", "keyid"},
                 {"subjectKeyIdentifier", "hash"}} {
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
    const Certificate issuer = authority(form.names_issuer);
    const Certificate certificate = blank(form.not_before, form.not_after, "holder");
    const Key weak(form.weak_key_bits == 0 ? nullptr : EVP_RSA_gen(form.weak_key_bits));
    EVP_PKEY* subject = weak ? weak.get() : key_named(form.subject_key).native();
    require(X509_set_pubkey(certificate.get(), subject) == 1);
    for (const ExtensionText& extension : form.extensions) {
        add_extension(certificate.get(), issuer.get(), extension);
    }
    sign(certificate.get(), form.signed_by, form.hash);
    return der_of(certificate.get());
}

Bytes make_authority(const std::string& name) {
    return der_of(authority(name).get());
}

std::string to_pem(ByteView certificate) {
    const std::uint8_t* cursor = certificate.data();
    const Certificate parsed(d2i_X509(nullptr, &cursor, static_cast<long>(certificate.size())));
    const std::unique_ptr<BIO, Deleter> stream(BIO_new(BIO_s_mem()));
    require(parsed != nullptr && PEM_write_bio_X509(stream.get(), parsed.get()) == 1);
    char* text = nullptr;
    const long size = BIO_get_mem_data(stream.get(), &text);
    return {text, static_cast<std::size_t>(size)};
}

} // namespace madoguchi::jpki::test
