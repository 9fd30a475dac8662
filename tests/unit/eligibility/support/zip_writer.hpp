// ZIP archives as a test wants them.
#pragma once

#include "hal/base/bytes.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace madoguchi::test {

enum class ZipMethod : std::uint8_t { Stored, Deflated };

[[nodiscard]] Bytes zip_of(const std::vector<std::string>& contents, ZipMethod method);

// One deflated file whose headers state another size than it has.
[[nodiscard]] Bytes zip_claiming(const std::string& content, std::uint32_t stated_size);

} // namespace madoguchi::test
