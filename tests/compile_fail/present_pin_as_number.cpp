#include "jpki/card/card_data_application.hpp"

using namespace madoguchi;
using namespace madoguchi::jpki;

void present(CardDataApplication& application, VerificationNumber number, apdu::Pin pin,
             Deadline deadline) {
#ifdef VIOLATE
    (void)application.present_number(std::move(pin), apdu::PinPolicy(), deadline);
    (void)number;
#else
    (void)application.present_number(std::move(number), apdu::PinPolicy(), deadline);
    (void)pin;
#endif
}
