#include "jpki/card/signing.hpp"

#include "jpki/card/key_file.hpp"
#include "jpki/trust/pkcs1_signature.hpp"

namespace madoguchi::jpki {

namespace {

Bytes input_for(SigningInput input, const Challenge& challenge) {
    return input == SigningInput::Message ? to_bytes(challenge.bytes())
                                          : sha256_digest_info(sha256(challenge.bytes()));
}

Result<Bytes> compute_signature(const SelectedApplication& application, apdu::KeyReference key,
                                SigningForm form, const Challenge& challenge,
                                apdu::ExchangeBudget& budget) {
    const apdu::CommandApdu command{{0x80, 0x2A, form.p1, key.p2()},
                                    input_for(form.input, challenge),
                                    apdu::ApduLimits::short_answer};
    apdu::ResponseApdu response = MADOGUCHI_TRY(application.channel().exchange(command, budget));
    if (!response.status().is_success()) {
        return fail(apdu::unexpected_status(response.status(), "the card refuses to sign"));
    }
    return std::move(response).data();
}

} // namespace

Result<SignedChallenge> have_signed(const SelectedApplication& application, SigningForm form,
                                    Challenge challenge, Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    Bytes signature = MADOGUCHI_TRY(compute_signature(
        application, apdu::KeyReference::application_default(), form, challenge, budget));
    return SignedChallenge{std::move(challenge), std::move(signature)};
}

Result<SignedChallenge> have_signed(const SelectedApplication& application, apdu::FileId key,
                                    SigningForm form, Challenge challenge, Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    Bytes signature =
        MADOGUCHI_TRY(with_key_named(application, key, budget, [&](apdu::KeyReference reference) {
            return compute_signature(application, reference, form, challenge, budget);
        }));
    return SignedChallenge{std::move(challenge), std::move(signature)};
}

Result<SignedChallenge> presence_proof(const SelectedApplication& application, SigningForm form,
                                       Deadline deadline) {
    if (auto kept = application.session().take_proof(application.name())) {
        return std::move(*kept);
    }
    return have_signed(application, form, MADOGUCHI_TRY(Challenge::fresh()), deadline);
}

Result<void> prove_presence_ahead(const SelectedApplication& application, SigningForm form,
                                  Deadline deadline) {
    application.session().keep_proof(application.name(),
                                     MADOGUCHI_TRY(presence_proof(application, form, deadline)));
    return {};
}

} // namespace madoguchi::jpki
