// Certificates for a service on this machine and for who may ask it: made anew, valid for a day,
// trusted by nobody else.
#pragma once

#include "hal/base/result.hpp"

#include <filesystem>

namespace madoguchi::sim {

// PEM files.
struct TlsFiles {
    std::filesystem::path authority; // signs both; also another, that signs nobody who is welcome
    std::filesystem::path server_certificate; // for 127.0.0.1 and localhost
    std::filesystem::path server_key;
    std::filesystem::path client_certificate;
    std::filesystem::path client_key;
    std::filesystem::path stranger_certificate; // a client of that other authority
    std::filesystem::path stranger_key;
    std::filesystem::path stranger_authority;
};

// Writes them into that folder, which is made when missing; keys are for their owner alone.
// Errors: KeyInvalid, CertificateInvalid, StorageFailed.
[[nodiscard]] Result<TlsFiles> make_tls_files(const std::filesystem::path& folder);

} // namespace madoguchi::sim
