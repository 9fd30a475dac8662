#include "jpki/card/signing.hpp"

#include "jpki/trust/pkcs1_signature.hpp"

namespace madoguchi::jpki {

Result<SignedChallenge> have_signed(const SelectedApplication& application, apdu::KeyReference key,
                                    Challenge challenge, Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    const apdu::CommandApdu command{{0x80, 0x2A, 0x00, key.p2()},
                                    sha256_digest_info(sha256(challenge.bytes())),
                                    apdu::ApduLimits::short_answer};
    apdu::ResponseApdu response = MADOGUCHI_TRY(application.channel().exchange(command, budget));
    if (!response.status().is_success()) {
        return fail(apdu::unexpected_status(response.status(), "the card refuses to sign"));
    }
    return SignedChallenge{std::move(challenge), std::move(response).data()};
}

} // namespace madoguchi::jpki
