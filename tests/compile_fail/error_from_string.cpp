#include "hal/base/error.hpp"

#include <string>

using namespace madoguchi;

Error refusal(const std::string& what_the_card_said) {
#ifdef VIOLATE
    return Error(ErrorCode::ValueInvalid, what_the_card_said);
#else
    (void)what_the_card_said;
    return Error(ErrorCode::ValueInvalid, "the card said something else");
#endif
}
