// Reading a file of the current application that holds one data object.
#pragma once

#include "apdu/transparent_file.hpp"
#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// Goes on where the session's progress stands, and keeps what was read there, also when the card
// leaves in the middle. Errors: as apdu::read_object_file.
[[nodiscard]] Result<SecretBytes> read_object(const SelectedApplication& application,
                                              const apdu::ObjectFile& file, Deadline deadline,
                                              apdu::TlvRules rules = apdu::TlvRules::Tolerant);

// Reads and parses. Errors: as read_object and the parser.
template <typename Parser>
[[nodiscard]] auto read_parsed(const SelectedApplication& application, const apdu::ObjectFile& file,
                               Deadline deadline, Parser parse,
                               apdu::TlvRules rules = apdu::TlvRules::Tolerant)
    -> decltype(parse(ByteView{})) {
    const SecretBytes content = MADOGUCHI_TRY(read_object(application, file, deadline, rules));
    return parse(content.reveal());
}

} // namespace madoguchi::jpki
