#include "hw-sim/card/certificate_builder.hpp"

#include <openssl/conf.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace madoguchi::sim {

namespace {

template <auto free_function>
struct Deleter {
    template <typename Object>
    void operator()(Object* object) const noexcept {
        free_function(object);
    }
};
template <typename Object, auto free_function>
using Owned = std::unique_ptr<Object, Deleter<free_function>>;

using NamePtr = Owned<X509_NAME, X509_NAME_free>;
using ExtensionPtr = Owned<X509_EXTENSION, X509_EXTENSION_free>;
using NamesPtr = Owned<GENERAL_NAMES, GENERAL_NAMES_free>;

NamePtr make_name(const DistinguishedName& attributes) {
    NamePtr name(X509_NAME_new());
    for (const auto& [field, text] : attributes) {
        X509_NAME_add_entry_by_txt(name.get(), field, MBSTRING_UTF8, as_bytes(text).data(),
                                   static_cast<int>(text.size()), -1, 0);
    }
    return name;
}

GENERAL_NAME* make_directory_name(const DistinguishedName& attributes) {
    GENERAL_NAME* general = GENERAL_NAME_new();
    GENERAL_NAME_set0_value(general, GEN_DIRNAME, make_name(attributes).release());
    return general;
}

GENERAL_NAME* make_other_name(const OtherName& other) {
    ASN1_UTF8STRING* text = ASN1_UTF8STRING_new();
    ASN1_STRING_set(text, other.text.data(), static_cast<int>(other.text.size()));
    ASN1_TYPE* value = ASN1_TYPE_new();
    ASN1_TYPE_set(value, V_ASN1_UTF8STRING, text);
    GENERAL_NAME* general = GENERAL_NAME_new();
    GENERAL_NAME_set0_othername(general, OBJ_txt2obj(other.oid, 1), value);
    return general;
}

// SHA-1 of the key's bit string: RFC 5280 section 4.2.1.2, method 1.
Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> identifier_of(const KeyPair& key) {
    const Owned<X509, X509_free> carrier(X509_new());
    X509_set_pubkey(carrier.get(), native(key));
    Bytes digest(EVP_MAX_MD_SIZE);
    unsigned length = 0;
    X509_pubkey_digest(carrier.get(), EVP_sha1(), digest.data(), &length);
    Owned<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free> identifier(ASN1_OCTET_STRING_new());
    ASN1_OCTET_STRING_set(identifier.get(), digest.data(), static_cast<int>(length));
    return identifier;
}

} // namespace

CertificateBuilder::CertificateBuilder() : certificate_(X509_new(), X509_free) {
    require(X509_set_version(certificate_.get(), X509_VERSION_3) == 1);
}

CertificateBuilder& CertificateBuilder::serial_number(std::uint64_t serial) {
    require(ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate_.get()), serial) == 1);
    return *this;
}

CertificateBuilder& CertificateBuilder::names(const DistinguishedName& issuer,
                                              const DistinguishedName& subject) {
    require(X509_set_issuer_name(certificate_.get(), make_name(issuer).get()) == 1);
    require(X509_set_subject_name(certificate_.get(), make_name(subject).get()) == 1);
    return *this;
}

CertificateBuilder& CertificateBuilder::validity(std::time_t not_before, std::time_t not_after) {
    require(ASN1_TIME_set(X509_getm_notBefore(certificate_.get()), not_before) != nullptr);
    require(ASN1_TIME_set(X509_getm_notAfter(certificate_.get()), not_after) != nullptr);
    return *this;
}

CertificateBuilder& CertificateBuilder::keys(const KeyPair& subject, const KeyPair& issuer) {
    require(X509_set_pubkey(certificate_.get(), native(subject)) == 1);
    const auto subject_identifier = identifier_of(subject);
    require(X509_add1_ext_i2d(certificate_.get(), NID_subject_key_identifier,
                              subject_identifier.get(), 0, 0) == 1);
    const Owned<AUTHORITY_KEYID, AUTHORITY_KEYID_free> authority(AUTHORITY_KEYID_new());
    authority->keyid = identifier_of(issuer).release();
    require(X509_add1_ext_i2d(certificate_.get(), NID_authority_key_identifier, authority.get(), 0,
                              0) == 1);
    return *this;
}

CertificateBuilder& CertificateBuilder::extension(int nid, const char* value) {
    const ExtensionPtr made(X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
    require(made != nullptr && X509_add_ext(certificate_.get(), made.get(), -1) == 1);
    return *this;
}

CertificateBuilder& CertificateBuilder::policy(const char* oid, const char* practice_statement) {
    const std::string text =
        std::string("[policy]\npolicyIdentifier=") + oid + "\nCPS.1=" + practice_statement + "\n";
    const Owned<BIO, BIO_free> source(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
    const Owned<CONF, NCONF_free> configuration(NCONF_new(nullptr));
    require(NCONF_load_bio(configuration.get(), source.get(), nullptr) == 1);
    X509V3_CTX context{};
    X509V3_set_nconf(&context, configuration.get());
    const ExtensionPtr made(X509V3_EXT_nconf_nid(configuration.get(), &context,
                                                 NID_certificate_policies, "critical,@policy"));
    require(made != nullptr && X509_add_ext(certificate_.get(), made.get(), -1) == 1);
    return *this;
}

CertificateBuilder& CertificateBuilder::issuer_alternative_name(const DistinguishedName& name) {
    const NamesPtr names(GENERAL_NAMES_new());
    sk_GENERAL_NAME_push(names.get(), make_directory_name(name));
    require(X509_add1_ext_i2d(certificate_.get(), NID_issuer_alt_name, names.get(), 0, 0) == 1);
    return *this;
}

CertificateBuilder&
CertificateBuilder::subject_alternative_names(const std::vector<OtherName>& others) {
    const NamesPtr names(GENERAL_NAMES_new());
    for (const OtherName& other : others) {
        sk_GENERAL_NAME_push(names.get(), make_other_name(other));
    }
    require(X509_add1_ext_i2d(certificate_.get(), NID_subject_alt_name, names.get(), 0, 0) == 1);
    return *this;
}

CertificateBuilder& CertificateBuilder::revocation_list_at(const DistinguishedName& name) {
    const Owned<CRL_DIST_POINTS, CRL_DIST_POINTS_free> points(CRL_DIST_POINTS_new());
    DIST_POINT* point = DIST_POINT_new();
    point->distpoint = DIST_POINT_NAME_new();
    point->distpoint->type = 0; // fullName
    point->distpoint->name.fullname = GENERAL_NAMES_new();
    sk_GENERAL_NAME_push(point->distpoint->name.fullname, make_directory_name(name));
    sk_DIST_POINT_push(points.get(), point);
    require(X509_add1_ext_i2d(certificate_.get(), NID_crl_distribution_points, points.get(), 0,
                              0) == 1);
    return *this;
}

Result<Bytes> CertificateBuilder::sign(const KeyPair& issuer) const {
    if (!good_ || X509_sign(certificate_.get(), native(issuer), digest_of(issuer)) == 0) {
        return fail(ErrorCode::CertificateInvalid, "OpenSSL refuses to build a certificate");
    }
    std::uint8_t* encoded = nullptr;
    const int length = i2d_X509(certificate_.get(), &encoded);
    if (length <= 0) {
        return fail(ErrorCode::CertificateInvalid, "OpenSSL cannot encode a certificate");
    }
    Bytes der(encoded, encoded + length);
    OPENSSL_free(encoded);
    return der;
}

} // namespace madoguchi::sim
