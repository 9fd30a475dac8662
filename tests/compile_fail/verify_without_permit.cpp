#include "apdu/pin.hpp"

using namespace madoguchi::apdu;

void present(ApduChannel& channel, Pin pin, VerifyPermit permit, ExchangeBudget& budget) {
#ifdef VIOLATE
    (void)permit;
    (void)verify(channel, std::move(pin), {}, budget);
#else
    (void)verify(channel, std::move(pin), std::move(permit), budget);
#endif
}
