#include "tests/unit/jpki/support/x509_parts.hpp"

#include "tests/unit/jpki/support/keys.hpp"

#include <openssl/conf.h>

namespace madoguchi::jpki::test {

X509Part<ASN1_TIME> asn1_time(CivilTime time) {
    X509Part<ASN1_TIME> made(ASN1_TIME_set(nullptr, time.time_since_epoch().count()));
    require(made != nullptr);
    return made;
}

X509Part<ASN1_INTEGER> asn1_integer(long number) {
    X509Part<ASN1_INTEGER> made(ASN1_INTEGER_new());
    require(ASN1_INTEGER_set(made.get(), number) == 1);
    return made;
}

X509Part<X509_NAME> x509_name(const std::string& unit, const std::string& common_name) {
    X509Part<X509_NAME> name(X509_NAME_new());
    const auto add = [&name](const char* field, const std::string& value) {
        const auto* text = reinterpret_cast<const unsigned char*>(value.data());
        require(X509_NAME_add_entry_by_txt(name.get(), field, MBSTRING_UTF8, text,
                                           static_cast<int>(value.size()), -1, 0) == 1);
    };
    add("C", "JP");
    add("O", "JPKI-SIMULATED");
    add("OU", unit);
    add("CN", common_name);
    return name;
}

X509Part<X509_EXTENSION> x509_extension(X509* issuer, X509* subject, const ExtensionText& text) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, subject, nullptr, nullptr, 0);
    const std::unique_ptr<CONF, decltype(&NCONF_free)> no_sections(NCONF_new(nullptr), NCONF_free);
    X509V3_set_nconf(&context, no_sections.get()); // some extensions want one, even empty
    X509Part<X509_EXTENSION> extension(
        X509V3_EXT_nconf(nullptr, &context, text.name.c_str(), text.value.c_str()));
    require(extension != nullptr);
    return extension;
}

} // namespace madoguchi::jpki::test
