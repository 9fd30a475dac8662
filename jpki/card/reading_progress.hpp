// What was read of a card that was taken away too early, kept for a moment so that the same card,
// put down again, is not read from the beginning (docs/decisions/0008-going-on-after-a-tear.md).
#pragma once

#include "apdu/identifiers.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/secret.hpp"

#include <map>
#include <optional>
#include <string>

namespace madoguchi::jpki {

// Files as they stand on the card, whole or begun. Nothing in here is believed: it is parsed and
// checked like what was just read, with a presence proof that is always fresh. Move-only; wiped
// when it goes.
class ReadingProgress {
public:
    // How long the files outlive the card.
    static constexpr std::chrono::seconds longest_absence{30};

    // The card at hand, told by its certificate. What belongs to another card, or was read too long
    // ago, is forgotten.
    void meet(ByteView certificate, MonotonicTime now);
    // Of the card last met; empty when all was forgotten.
    [[nodiscard]] ByteView certificate() const noexcept { return certificate_.reveal(); }
    // The card was taken away; from now on the files age.
    void lose_card(MonotonicTime now) noexcept { lost_at_ = now; }
    [[nodiscard]] bool is_without_card() const noexcept { return lost_at_.has_value(); }
    [[nodiscard]] bool is_too_old(MonotonicTime now) const noexcept {
        return lost_at_ && now - *lost_at_ > longest_absence;
    }
    // Everything, wiped.
    void forget() noexcept;

    // The file as far as it is known; empty when it is not.
    [[nodiscard]] Bytes beginning_of(const apdu::Aid& application, apdu::ShortFileId file) const;
    void keep(const apdu::Aid& application, apdu::ShortFileId file, ByteView content);

private:
    using Place = std::pair<std::string, apdu::ShortFileId>; // AID in hexadecimal

    SecretBytes certificate_;
    std::map<Place, SecretBytes> files_;
    std::optional<MonotonicTime> lost_at_;
};

} // namespace madoguchi::jpki
