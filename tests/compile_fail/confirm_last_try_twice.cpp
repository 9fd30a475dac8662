#include "apdu/pin.hpp"

using namespace madoguchi::apdu;

void permit_twice(CounterReading first, CounterReading second, PinPolicy policy) {
    (void)second;
#ifdef VIOLATE
    (void)VerifyPermit::from(std::move(first), policy);
    (void)VerifyPermit::from(std::move(second), policy);
#else
    (void)VerifyPermit::from(std::move(first), std::move(policy));
#endif
}
