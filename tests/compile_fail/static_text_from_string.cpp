#include "hal/base/error.hpp"

#include <string>

madoguchi::StaticText text_of(const std::string& text) {
#ifdef VIOLATE
    return text;
#else
    return text.empty() ? madoguchi::StaticText("nothing") : madoguchi::StaticText("something");
#endif
}
