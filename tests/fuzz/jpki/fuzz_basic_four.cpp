// Basic four items: refused, or text that a screen can show and a date that can be said.
#include "hal/base/printable.hpp"
#include "jpki/record/basic_four.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::jpki;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto record = parse_basic_four(ByteView(data, size));
    if (!record) {
        return 0;
    }
    const std::string_view name = record->attributes.name.reveal();
    const std::string shown = printable(name, name.size());
    const bool same_length = shown.size() == name.size();
    if (!same_length || to_iso(record->attributes.birth_date).size() < 4) {
        std::abort();
    }
    return 0;
}
