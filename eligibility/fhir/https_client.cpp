#include "eligibility/fhir/https_client.hpp"

#include "eligibility/fhir/connection_guard.hpp"

#include <httplib.h>

#include <algorithm>

namespace madoguchi::eligibility::fhir {

namespace {

tl::unexpected<Error> failure_of(httplib::Error error, bool is_refused) {
    if (is_refused) {
        return fail(ErrorCode::LinkRefused,
                    "no TLS connection to the service: it speaks only an old version, or refuses "
                    "our certificate");
    }
    switch (error) {
    case httplib::Error::SSLLoadingCerts:
        return fail(ErrorCode::ConfigInvalid,
                    "the file of trusted certificates is missing or holds none");
    case httplib::Error::SSLServerVerification:
        return fail(ErrorCode::LinkRefused,
                    "the service's certificate is expired, for another name or of an issuer that "
                    "is not trusted here; nothing was sent");
    case httplib::Error::SSLConnection:
        return fail(ErrorCode::LinkUnavailable,
                    "no TLS connection to the service: it speaks none, or ended it");
    case httplib::Error::Read:
    case httplib::Error::Write:
        return fail(ErrorCode::LinkUnavailable,
                    "the service closed the connection before it had answered; it does so too "
                    "where it refuses our certificate");
    default:
        return fail(ErrorCode::LinkUnavailable,
                    "no connection to the service: nobody listens there, or the network is down");
    }
}

std::unique_ptr<httplib::SSLClient> client_for(const HttpsEndpoint& endpoint, Deadline deadline) {
    auto client = std::make_unique<httplib::SSLClient>(
        endpoint.host, endpoint.port, endpoint.certificate.string(), endpoint.key.string());
    client->set_connection_timeout(deadline.remaining());
    client->set_read_timeout(deadline.remaining());
    client->set_write_timeout(deadline.remaining());
    client->set_follow_location(false);
    client->set_decompress(false);
    client->set_keep_alive(false);
    client->set_ca_cert_path(endpoint.trusted_certificates.string());
    client->enable_server_certificate_verification(true);
    return client;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return text;
}

httplib::Result send(httplib::SSLClient& client, const HttpsEndpoint& endpoint,
                     const HttpsRequest& request) {
    const std::string path = endpoint.base_path + request.path;
    httplib::Headers headers{{"Accept", request.media_type}, {"Accept-Encoding", "identity"}};
    if (!request.idempotency_key.empty()) {
        headers.emplace("Idempotency-Key", "\"" + request.idempotency_key + "\"");
    }
    return request.body.empty() ? client.Get(path, headers)
                                : client.Post(path, headers, request.body, request.media_type);
}

} // namespace

Result<HttpsResponse> exchange(const HttpsEndpoint& endpoint, const HttpsRequest& request,
                               Deadline deadline) {
    const auto client = client_for(endpoint, deadline);
    if (!client->is_valid()) {
        return fail(ErrorCode::ConfigInvalid,
                    "our certificate or its key cannot be read, or do not belong together");
    }
    ConnectionGuard guard(deadline, response_limit);
    SSL_CTX_set_min_proto_version(client->ssl_context(), TLS1_2_VERSION);
    guard.watch_messages(client->ssl_context());
    client->set_socket_options([&guard](int socket) { guard.watch_socket(socket); });
    const auto result = send(*client, endpoint, request);
    client->stop(); // while the guard still stands
    if (guard.is_over_limit()) {
        return fail(ErrorCode::AnswerUnreadable, "the service's answer is larger than any can be");
    }
    if (!result) {
        return deadline.has_passed()
                   ? fail(ErrorCode::AnswerLate, "the service did not answer in time")
                   : failure_of(result.error(), guard.is_refused());
    }
    if (result->has_header("Content-Encoding")) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the service's answer is compressed, though that was not asked for");
    }
    return HttpsResponse{result->status, lower(result->get_header_value("Content-Type")),
                         result->get_header_value("Retry-After"), result->get_header_value("Date"),
                         result->body};
}

} // namespace madoguchi::eligibility::fhir
