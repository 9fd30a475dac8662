// One HTTPS exchange with everything limited: time in all, bytes in all, no redirect, no
// decompression, TLS 1.2 or later, the server's certificate checked, ours shown.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::fhir {

// Of the service, and who we are to it. Files are PEM.
struct HttpsEndpoint {
    std::string host;
    int port = 443;
    std::string base_path;                      // "/fhir", or empty; without a slash at its end
    std::filesystem::path trusted_certificates; // of the issuers of the server's certificate
    std::filesystem::path certificate;          // ours; empty: none is shown
    std::filesystem::path key;
};

// "https://HOST[:PORT][/PATH]", nothing else: no user, query or fragment. The files stay empty.
// Errors: ConfigInvalid.
[[nodiscard]] Result<HttpsEndpoint> parse_https_address(std::string_view address);

struct HttpsRequest {
    std::string path; // below the base path, beginning with a slash
    std::string body; // empty: GET, else POST
    std::string media_type;
    std::string idempotency_key; // empty: none
};

struct HttpsResponse {
    int status = 0;
    std::string media_type; // lower case, with its parameters
    std::string retry_after;
    std::string date;
    std::string body;
};

inline constexpr std::size_t response_limit = std::size_t{1} << 20U; // with head and TLS

// Errors: ConfigInvalid (certificate files), LinkUnavailable (no connection, or cut off),
// LinkRefused (certificate or version of TLS, on either side), AnswerLate (the deadline passed),
// AnswerUnreadable (larger than the limit, or compressed).
// Looking up the host's name is limited by the system's resolver alone: name it by address where
// that matters.
[[nodiscard]] Result<HttpsResponse> exchange(const HttpsEndpoint& endpoint,
                                             const HttpsRequest& request, Deadline deadline);

} // namespace madoguchi::eligibility::fhir
