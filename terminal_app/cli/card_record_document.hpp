// The proved record of a card as the JSON that "card export" writes (docs/command-line.md).
#pragma once

#include "hal/base/clock.hpp"
#include "jpki/reception/read_with_number_b.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace madoguchi::cli {

// `photo_file` is where the photo was written to, or empty. The document holds personal data; its
// memory is not wiped.
[[nodiscard]] nlohmann::ordered_json card_record_document(const jpki::ReceptionReading& reading,
                                                          CivilTime read_at,
                                                          const std::string& photo_file);

} // namespace madoguchi::cli
