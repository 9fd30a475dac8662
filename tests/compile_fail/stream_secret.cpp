#include "hal/base/secret.hpp"

#include <ostream>

void show(std::ostream& out, const madoguchi::SecretBytes& secret) {
#ifdef VIOLATE
    out << secret;
#else
    out << secret.size();
#endif
}
