// One full message of every form that the OQS dialect has.
#pragma once

#include "eligibility/oqs/message.hpp"

#include <vector>

namespace madoguchi::test {

// In the order of oqs::MessageForm; every member that the form writes has a value.
[[nodiscard]] std::vector<eligibility::oqs::Message> sample_messages();

} // namespace madoguchi::test
