#include "hal/base/secret.hpp"

#include <utility>

madoguchi::SecretBytes taken(madoguchi::SecretBytes& secret) {
#ifdef VIOLATE
    return secret;
#else
    return std::move(secret);
#endif
}
