#include "hal/base/secret.hpp"

#include <fmt/format.h>

std::string shown(const madoguchi::SecretBytes& secret) {
#ifdef VIOLATE
    return fmt::format("{}", secret);
#else
    return fmt::format("{}", secret.size());
#endif
}
