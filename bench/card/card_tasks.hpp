// The tasks that are measured, done by the public functions of jpki.
#pragma once

#include "bench/card/measured_card.hpp"
#include "hw-sim/card/persona.hpp"
#include "jpki/trust/trust_anchors.hpp"

#include <array>
#include <string_view>

namespace madoguchi::bench {

enum class CardTask : std::uint8_t {
    AuthenticationCertificate, // the certificate of user authentication, read
    PinStatus,                 // the counter of each key that this project uses
    BasicFour,                 // recognise; basic four items by number B, proved
    FullReception,             // recognise; certificate, basic four and surface with photo, proved
};

inline constexpr std::array all_card_tasks{CardTask::AuthenticationCertificate, CardTask::PinStatus,
                                           CardTask::BasicFour, CardTask::FullReception};

[[nodiscard]] std::string_view name_of(CardTask task) noexcept;

struct Holder {
    const sim::Persona& persona;
    const jpki::TrustAnchors& anchors;
};

// The exchanges of the task with a new card. Errors: what the task met; a bench of failures would
// measure nothing.
[[nodiscard]] Result<std::vector<sim::Exchange>>
exchanges_of(CardTask task, const sim::CardContent& content, Lengths lengths, const Holder& holder);

} // namespace madoguchi::bench
