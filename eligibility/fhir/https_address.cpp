#include "eligibility/fhir/https_client.hpp"

#include <regex>

namespace madoguchi::eligibility::fhir {

Result<HttpsEndpoint> parse_https_address(std::string_view address) {
    constexpr std::size_t longest = 512;
    static const std::regex form(
        "https://([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?((?:/[A-Za-z0-9._~-]+)*)/?");
    std::cmatch parts;
    if (address.size() > longest ||
        !std::regex_match(address.data(), address.data() + address.size(), parts, form)) {
        return fail(ErrorCode::ConfigInvalid,
                    "the service's address is not https://HOST[:PORT][/PATH]");
    }
    HttpsEndpoint endpoint;
    endpoint.host = parts[1].str();
    endpoint.base_path = parts[3].str();
    if (parts[2].matched) {
        endpoint.port = std::stoi(parts[2].str());
    }
    if (endpoint.port < 1 || endpoint.port > 65535) {
        return fail(ErrorCode::ConfigInvalid, "the service's port is not from 1 to 65535");
    }
    return endpoint;
}

} // namespace madoguchi::eligibility::fhir
