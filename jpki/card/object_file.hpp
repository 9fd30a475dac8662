// Reading a file of the current application that holds one data object.
#pragma once

#include "apdu/transparent_file.hpp"
#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// Caps on what a header may state, far above any real file and far below trouble.
inline constexpr std::size_t largest_certificate = 4096;
inline constexpr std::size_t largest_record = 2048;
inline constexpr std::size_t largest_surface_record = 24576;

// Reads and parses. Errors: as apdu::read_object_file and the parser.
template <typename Parser>
[[nodiscard]] auto read_parsed(const SelectedApplication& application, apdu::ShortFileId file,
                               std::size_t largest, Deadline deadline, Parser parse,
                               apdu::TlvRules rules = apdu::TlvRules::Tolerant)
    -> decltype(parse(ByteView{})) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    // Personal data may be inside: what came through the channel's buffer is wiped after parsing.
    const SecretBytes content = SecretBytes::taking(
        MADOGUCHI_TRY(apdu::read_object_file(application.channel(), file, largest, budget, rules)));
    return parse(content.reveal());
}

} // namespace madoguchi::jpki
