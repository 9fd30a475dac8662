#include "hw-sim/eligibility/tls_files.hpp"

#include "hw-sim/card/certificate_builder.hpp"

#include <openssl/evp.h>
#include <openssl/objects.h>

#include <array>
#include <ctime>
#include <fstream>

namespace madoguchi::sim {

namespace {

namespace fs = std::filesystem;

struct Issuer {
    DistinguishedName name;
    KeyPair key;
};

Result<void> write_file(const fs::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    std::error_code failed;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, failed);
    file << text;
    file.close();
    if (!file || failed) {
        return fail(ErrorCode::StorageFailed, "a certificate file cannot be written");
    }
    return {};
}

std::string pem(const Bytes& der) {
    std::string base64(4 * ((der.size() + 2) / 3) + 1, '\0');
    const int length =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()), // NOLINT: OpenSSL's type
                        der.data(), static_cast<int>(der.size()));
    base64.resize(static_cast<std::size_t>(length));
    std::string text = "-----BEGIN CERTIFICATE-----\n";
    for (std::size_t at = 0; at < base64.size(); at += 64) {
        text += base64.substr(at, 64) + "\n";
    }
    return text + "-----END CERTIFICATE-----\n";
}

struct Role {
    const char* name;
    const char* basic_constraints;
    const char* key_usage;
    const char* extended_usage; // null: none
    const char* alternative_names;
};

constexpr Role authority_role{"authority", "critical,CA:TRUE", "critical,keyCertSign", nullptr,
                              nullptr};
constexpr Role server_role{"server", "critical,CA:FALSE", "critical,digitalSignature", "serverAuth",
                           "IP:127.0.0.1,DNS:localhost"};
constexpr Role client_role{"client", "critical,CA:FALSE", "critical,digitalSignature", "clientAuth",
                           nullptr};

Result<std::string> certificate(const Role& role, const DistinguishedName& subject,
                                const KeyPair& key, const Issuer& issuer) {
    constexpr std::time_t day = 24 * 60 * 60;
    static std::uint64_t serial = 1;
    const std::time_t now = std::time(nullptr);
    CertificateBuilder builder;
    builder.serial_number(serial++)
        .names(issuer.name, subject)
        .validity(now - day, now + day)
        .keys(key, issuer.key)
        .extension(NID_basic_constraints, role.basic_constraints)
        .extension(NID_key_usage, role.key_usage);
    if (role.extended_usage != nullptr) {
        builder.extension(NID_ext_key_usage, role.extended_usage);
    }
    if (role.alternative_names != nullptr) {
        builder.extension(NID_subject_alt_name, role.alternative_names);
    }
    return pem(MADOGUCHI_TRY(builder.sign(issuer.key)));
}

DistinguishedName named(const std::string& name) {
    return {{"CN", "Simulated " + name}};
}

Result<void> make_party(const Role& role, const Issuer& issuer, const fs::path& certificate_file,
                        const fs::path& key_file) {
    const P384Key key = MADOGUCHI_TRY(P384Key::generate());
    const std::string text =
        MADOGUCHI_TRY(certificate(role, named(role.name), KeyPair(key), issuer));
    MADOGUCHI_TRY(write_file(certificate_file, text));
    const std::string secret = MADOGUCHI_TRY(key.private_pem());
    return write_file(key_file, secret);
}

Result<Issuer> make_authority(const std::string& name, const fs::path& file) {
    Issuer issuer{named(name), KeyPair(MADOGUCHI_TRY(P384Key::generate()))};
    const std::string text =
        MADOGUCHI_TRY(certificate(authority_role, issuer.name, issuer.key, issuer));
    MADOGUCHI_TRY(write_file(file, text));
    return issuer;
}

} // namespace

Result<TlsFiles> make_tls_files(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        return fail(ErrorCode::StorageFailed, "the folder for certificates cannot be made");
    }
    const TlsFiles files{folder / "authority.pem", folder / "server.pem",
                         folder / "server.key",    folder / "client.pem",
                         folder / "client.key",    folder / "stranger.pem",
                         folder / "stranger.key",  folder / "stranger-authority.pem"};
    const Issuer issuer = MADOGUCHI_TRY(make_authority("authority", files.authority));
    const Issuer other = MADOGUCHI_TRY(make_authority("stranger", files.stranger_authority));
    MADOGUCHI_TRY(make_party(server_role, issuer, files.server_certificate, files.server_key));
    MADOGUCHI_TRY(make_party(client_role, issuer, files.client_certificate, files.client_key));
    MADOGUCHI_TRY(make_party(client_role, other, files.stranger_certificate, files.stranger_key));
    return files;
}

} // namespace madoguchi::sim
