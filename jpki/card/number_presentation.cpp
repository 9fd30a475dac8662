#include "jpki/card/number_presentation.hpp"

#include "jpki/card/key_file.hpp"

namespace madoguchi::jpki {

namespace {

bool says_already_verified(const Error& error) {
    return error.code() == ErrorCode::RetryCounterUnknown &&
           error.status_word() == apdu::status::success.value();
}

Result<apdu::CounterReading> ask_once(const SelectedApplication& application, apdu::FileId key,
                                      apdu::ExchangeBudget& budget) {
    return with_key_named(application, key, budget, [&](apdu::KeyReference reference) {
        return apdu::query_retry_counter(application.channel(), reference, budget);
    });
}

Result<apdu::CounterReading> ask(SelectedApplication& application, apdu::FileId key,
                                 apdu::ExchangeBudget& budget) {
    auto reading = ask_once(application, key, budget);
    if (!reading && says_already_verified(reading.error())) {
        MADOGUCHI_TRY(application.select_again(budget));
        return ask_once(application, key, budget);
    }
    return reading;
}

} // namespace

Result<apdu::CounterReading> read_retry_counter(SelectedApplication& application, apdu::FileId key,
                                                Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    return ask(application, key, budget);
}

Result<NumberPresentation> present_number(SelectedApplication& application, apdu::FileId key,
                                          apdu::Pin number, apdu::PinPolicy policy,
                                          Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    apdu::CounterReading before = MADOGUCHI_TRY(ask(application, key, budget));
    const apdu::RetryCounter tries_before = before.tries_left();
    if (before.is_blocked()) {
        return NumberPresentation{tries_before, apdu::PinBlocked{}};
    }
    apdu::VerifyPermit permit =
        MADOGUCHI_TRY(apdu::VerifyPermit::from(std::move(before), std::move(policy)));
    application.session().expect_presented_number();
    const apdu::PinVerification outcome = MADOGUCHI_TRY(
        apdu::verify(application.channel(), std::move(number), std::move(permit), budget));
    return NumberPresentation{tries_before, outcome};
}

} // namespace madoguchi::jpki
