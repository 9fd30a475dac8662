#include "jpki/card/verification_number.hpp"

using namespace madoguchi;
using namespace madoguchi::jpki;

apdu::Pin taken(VerificationNumber& number) {
#ifdef VIOLATE
    return number.for_one_presentation();
#else
    return std::move(number).for_one_presentation();
#endif
}
