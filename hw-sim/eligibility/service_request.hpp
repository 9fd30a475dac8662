// A request file (資格確認要求) as the service reads it.
// Source: eligibility interface notes, section 4.
#pragma once

#include "hal/base/result.hpp"

#include <string>
#include <string_view>

namespace madoguchi::sim {

struct ServiceRequest {
    std::string date;           // yyyyMMdd
    std::string facility_code;  // 10 digits
    std::string identifier;     // ArbitraryFileIdentifier
    std::string insurer_number; // without filling
    std::string symbol;
    std::string number;
    std::string branch;
    std::string birth_date;        // yyyyMMdd
    std::string high_cost_consent; // "0", "1" or empty
};

// file: the bytes of the request, UTF-8 or, where declared, Shift_JIS. As strict as the service is
// said to be: an insurer number is eight characters, required elements are there.
// Errors: SyntaxInvalid (not XML), ValueInvalid.
[[nodiscard]] Result<ServiceRequest> read_service_request(std::string_view file);

} // namespace madoguchi::sim
