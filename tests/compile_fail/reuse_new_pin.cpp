#include "apdu/pin_change.hpp"

using namespace madoguchi::apdu;

void replace(ApduChannel& channel, Pin current, NewPin next, VerifyPermit permit,
             ExchangeBudget& budget) {
#ifdef VIOLATE
    (void)change(channel, std::move(current), next, std::move(permit), budget);
#else
    (void)change(channel, std::move(current), std::move(next), std::move(permit), budget);
#endif
}
