#include "hal/base/secret.hpp"

bool same(const madoguchi::SecretBytes& left, const madoguchi::SecretBytes& right) {
#ifdef VIOLATE
    return left == right;
#else
    return left.size() == right.size();
#endif
}
