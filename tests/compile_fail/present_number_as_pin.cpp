#include "jpki/card/jpki_application.hpp"
#include "jpki/card/verification_number.hpp"

using namespace madoguchi;
using namespace madoguchi::jpki;

void present(JpkiApplication& application, VerificationNumber number, apdu::Pin pin,
             Deadline deadline) {
#ifdef VIOLATE
    (void)application.present_pin(std::move(number), apdu::PinPolicy(), deadline);
    (void)pin;
#else
    (void)application.present_pin(std::move(pin), apdu::PinPolicy(), deadline);
    (void)number;
#endif
}
