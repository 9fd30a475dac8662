// A file masked to its structure, in pieces of any length: the same as in one piece, every shown
// byte is the file's own, and no byte of a value that a TLV reader sees is shown. The first byte
// gives the pieces' length.
#include "apdu/ber_tlv.hpp"
#include "apdu/trace/structure_mask.hpp"
#include "tests/fuzz/require.hpp"

#include <algorithm>

using namespace madoguchi;
using namespace madoguchi::apdu;

namespace {

MaskedBytes masked(ByteView file, std::size_t piece) {
    const Bytes tag{0x30};
    StructureMask mask{ByteView(tag)};
    MaskedBytes shown;
    while (!file.empty()) {
        const ByteView next = file.first(std::min(piece, file.size()));
        mask.append_to(shown, next);
        file = file.subspan(next.size());
    }
    return shown;
}

void require_hidden_values(BerTlvReader reader, const MaskedBytes& shown, ByteView file) {
    while (!reader.at_end()) {
        const auto object = reader.next();
        if (!object) {
            return;
        }
        if (auto inside = reader.enter(*object)) {
            require_hidden_values(*std::move(inside), shown, file);
        } else if (!object->is_constructed()) {
            const auto from = static_cast<std::size_t>(object->value.data() - file.data());
            for (std::size_t i = 0; i < object->value.size(); ++i) {
                require(shown.is_masked(from + i));
            }
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const ByteView file(data + 1, size - 1);
    const MaskedBytes shown = masked(file, file.size() + 1);
    require(shown == masked(file, std::size_t{data[0]} + 1));
    require(shown.could_be(file));
    require_hidden_values(BerTlvReader(file), shown, file);
    return 0;
}
