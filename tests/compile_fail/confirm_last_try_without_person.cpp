#include "apdu/pin.hpp"

using namespace madoguchi::apdu;

PinPolicy down_to_the_last() {
#ifdef VIOLATE
    return PinPolicy(LastTryConfirmation{});
#else
    return PinPolicy(LastTryConfirmation::by_person());
#endif
}
