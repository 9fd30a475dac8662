#include "hal/base/log.hpp"

#include <string>

using namespace madoguchi;

log::Field field(const std::string& name) {
#ifdef VIOLATE
    return {"read", name};
#else
    return {"read", log::HarmlessText(name)};
#endif
}
