// Reading a file of the current application that holds one data object.
#pragma once

#include "apdu/transparent_file.hpp"
#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// Reads and parses. Errors: as apdu::read_object_file and the parser.
template <typename Parser>
[[nodiscard]] auto read_parsed(const SelectedApplication& application, const apdu::ObjectFile& file,
                               Deadline deadline, Parser parse,
                               apdu::TlvRules rules = apdu::TlvRules::Tolerant)
    -> decltype(parse(ByteView{})) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    // Personal data may be inside: what came through the channel's buffer is wiped after parsing.
    const SecretBytes content = SecretBytes::taking(
        MADOGUCHI_TRY(apdu::read_object_file(application.channel(), file, budget, rules)));
    return parse(content.reveal());
}

} // namespace madoguchi::jpki
