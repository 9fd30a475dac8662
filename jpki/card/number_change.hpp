// Replacing the number in a key file of the current application.
#pragma once

#include "apdu/pin_change.hpp"
#include "jpki/card/card_session.hpp"

namespace madoguchi::jpki {

// Counter, one VERIFY, one CHANGE. A key that is blocked already is PinBlocked with nothing sent.
// Errors: as apdu::query_retry_counter, select_key_file and apdu::change; RetryCounterTooLow when
// one try is left and it is to be kept (nothing was sent). The number in force is the old one then.
[[nodiscard]] Result<apdu::PinChange> change_number(SelectedApplication& application,
                                                    apdu::FileId key, apdu::Pin current,
                                                    apdu::NewPin next, apdu::PinPolicy policy,
                                                    Deadline deadline);

} // namespace madoguchi::jpki
