// What a faulty service answers over HTTP, whatever it was asked.
#pragma once

#include "hw-sim/eligibility/fhir_service.hpp"

#include <functional>

namespace httplib {
struct Response;
}

namespace madoguchi::sim {

inline constexpr const char* fhir_json = "application/fhir+json";

// proper: the answer that would be right. goes_on: false once the service shall end.
// False: this fault leaves the answer as it is.
[[nodiscard]] bool spoil(HttpFault fault, const std::string& proper,
                         const std::function<bool()>& goes_on, httplib::Response& response);

} // namespace madoguchi::sim
