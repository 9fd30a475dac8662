#include "hal/base/log.hpp"
#include "hal/base/secret.hpp"

using namespace madoguchi;

log::Field field(const SecretBytes& number) {
#ifdef VIOLATE
    return {"read", number};
#else
    return {"read", !number.empty()};
#endif
}
