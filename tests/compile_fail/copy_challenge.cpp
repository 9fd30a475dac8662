#include "jpki/trust/challenge.hpp"

#include <utility>

using namespace madoguchi::jpki;

Challenge second_use(Challenge& challenge) {
#ifdef VIOLATE
    return challenge;
#else
    return std::move(challenge);
#endif
}
