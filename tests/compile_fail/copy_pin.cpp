#include "apdu/pin.hpp"

madoguchi::apdu::Pin taken(madoguchi::apdu::Pin& pin) {
#ifdef VIOLATE
    return pin;
#else
    return std::move(pin);
#endif
}
