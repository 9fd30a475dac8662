// Selecting a key file of the current application.
#pragma once

#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// Key files are selected and then addressed as "current": the way that every client uses and every
// chip generation is known to accept. Errors: FileNotFound, UnexpectedStatusWord, and as
// ApduChannel::exchange.
[[nodiscard]] Result<void> select_key_file(const SelectedApplication& application, apdu::FileId key,
                                           apdu::ExchangeBudget& budget);

} // namespace madoguchi::jpki
