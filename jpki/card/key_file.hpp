// Naming a key file of the current application in a command.
#pragma once

#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// Errors: FileNotFound, UnexpectedStatusWord, and as ApduChannel::exchange.
[[nodiscard]] Result<void> select_key_file(const SelectedApplication& application, apdu::FileId key,
                                           apdu::ExchangeBudget& budget);

// P2 with the key file's short identifier: the low five bits, for every file of this card
// (card-interface reference, section 1).
[[nodiscard]] apdu::KeyReference by_short_identifier(apdu::FileId key);

// A card that does not know short identifiers in P2 says so with one of these: 6A82, 6A86, 6A88,
// 6D00.
[[nodiscard]] bool refuses_short_identifier(const Error& error);

// Runs `command`, which takes the P2 that names the key and must change nothing on the card when it
// is refused: a counter query or a signature, never VERIFY. The short identifier saves an exchange;
// a card that refuses it is asked again with the file selected and P2 = 80, the form that every
// client uses, and that form is kept for the session. Errors: as select_key_file and the command.
template <typename Command>
[[nodiscard]] auto with_key_named(const SelectedApplication& application, apdu::FileId key,
                                  apdu::ExchangeBudget& budget, Command command)
    -> decltype(command(apdu::KeyReference::current_file())) {
    if (!application.session().selects_key_files()) {
        auto result = command(by_short_identifier(key));
        if (result || !refuses_short_identifier(result.error())) {
            return result;
        }
    }
    MADOGUCHI_TRY(select_key_file(application, key, budget));
    application.session().remember_to_select_key_files();
    return command(apdu::KeyReference::current_file());
}

} // namespace madoguchi::jpki
