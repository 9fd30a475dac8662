// A file's bytes, walked to the bottom under both rules. Our own refusals are fine; a view outside
// the file, or bytes that get lost, are not.
#include "apdu/ber_tlv.hpp"
#include "tests/fuzz/require.hpp"

using namespace madoguchi;
using namespace madoguchi::apdu;

namespace {

void walk(ByteView bytes, TlvRules rules) {
    std::vector<BerTlvReader> open{BerTlvReader(bytes, rules)};
    while (!open.empty()) {
        const ByteView before = open.back().rest();
        const auto object = open.back().next();
        if (!object) {
            open.pop_back();
            continue;
        }
        require(object->encoded.data() == before.data());
        require(object->encoded.size() + open.back().rest().size() == before.size());
        require(object->value.data() + object->value.size() ==
                object->encoded.data() + object->encoded.size());
        require(declared_object_length(before, rules) == object->encoded.size());
        if (auto inside = open.back().enter(*object)) {
            open.push_back(*std::move(inside));
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    walk(bytes, TlvRules::Tolerant);
    walk(bytes, TlvRules::Strict);
    (void)is_filler(bytes);
    return 0;
}
