#include "jpki/card/number_change.hpp"

#include "jpki/card/key_file.hpp"

namespace madoguchi::jpki {

Result<apdu::PinChange> change_number(SelectedApplication& application, apdu::FileId key,
                                      apdu::Pin current, apdu::NewPin next, apdu::PinPolicy policy,
                                      Deadline deadline) {
    apdu::ExchangeBudget budget = task_budget(deadline);
    // No short identifier to save an exchange here: CHANGE is known with P2 = 80 only.
    MADOGUCHI_TRY(select_key_file(application, key, budget));
    apdu::CounterReading counter = MADOGUCHI_TRY(apdu::query_retry_counter(
        application.channel(), apdu::KeyReference::current_file(), budget));
    if (counter.is_blocked()) {
        return apdu::PinChange(apdu::PinBlocked{});
    }
    apdu::VerifyPermit permit =
        MADOGUCHI_TRY(apdu::VerifyPermit::from(std::move(counter), std::move(policy)));
    application.session().expect_presented_number();
    return apdu::change(application.channel(), std::move(current), std::move(next),
                        std::move(permit), budget);
}

} // namespace madoguchi::jpki
