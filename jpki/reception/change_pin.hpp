// The holder replaces one of the card's 4-digit PINs. The password of the signature key
// (署名用パスワード) cannot be named here: this project never touches it.
#pragma once

#include "apdu/pin_change.hpp"
#include "jpki/card/myna_card.hpp"

namespace madoguchi::jpki {

enum class ChangeablePin : std::uint8_t {
    Authentication, // 利用者証明用暗証番号
    InputSupport,   // 券面事項入力補助用暗証番号
};

// To be shown before any number is asked for; spends nothing.
// Errors: as MynaCard::select_… and read_retry_counter.
[[nodiscard]] Result<apdu::CounterReading> pin_counter(MynaCard& card, ChangeablePin which,
                                                       Deadline deadline);

// Counter, one VERIFY, one CHANGE. The old PIN does not stay presented.
// Errors: as change_number; the PIN is unchanged then.
[[nodiscard]] Result<apdu::PinChange> change_pin(MynaCard& card, ChangeablePin which,
                                                 apdu::Pin current, apdu::NewPin next,
                                                 apdu::PinPolicy policy, Deadline deadline);

} // namespace madoguchi::jpki
