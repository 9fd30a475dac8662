// RFC 7468 text form of a certificate.
#pragma once

#include "hal/base/bytes.hpp"

namespace madoguchi::sim {

[[nodiscard]] std::string certificate_pem(ByteView der);

} // namespace madoguchi::sim
