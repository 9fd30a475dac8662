#include "hal/base/error.hpp"

#ifdef VIOLATE
static char buffer[] = "written to later";
#else
static constexpr char buffer[] = "never written to";
#endif

madoguchi::StaticText text() {
    return buffer;
}
