// The trust commands. They work on files alone: no reader, no card. Each prints its result and
// returns the exit status.
#pragma once

#include "jpki/trust/certificate_standing.hpp"
#include "jpki/trust/signature_algorithm.hpp"

#include <string>
#include <vector>

namespace madoguchi::cli {

// Where bytes come from: a file, or digits on the command line when `hex` is given.
struct BytesOption {
    std::string file;
    std::string hex;
};

struct SignatureOptions {
    jpki::SignatureAlgorithm algorithm;
    BytesOption key; // SubjectPublicKeyInfo, DER or PEM
    BytesOption message;
    BytesOption signature;
    bool json = false;
};

enum class CertificateKind : std::uint8_t {
    UserAuthentication, // 利用者証明用電子証明書
    CardData,           // CV certificate of the key that signs a 券面 application's data
};

struct PathOptions {
    std::string anchors; // a folder as docs/trust.md says
    std::string at;      // ISO 8601 in UTC; empty: now
    CertificateKind kind = CertificateKind::UserAuthentication;
    jpki::GraceRule grace = jpki::reception_grace;
    std::vector<std::string> certificates; // DER or PEM files
    bool json = false;
};

[[nodiscard]] int verify_signature(const SignatureOptions& options);
[[nodiscard]] int verify_path(const PathOptions& options);
[[nodiscard]] int list_checks(bool json);

} // namespace madoguchi::cli
