// Revocation lists: without a pinned authority none is accepted, whatever it holds.
#include "jpki/trust/pem.hpp"
#include "jpki/trust/revocation_list.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::jpki;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto der = der_content(ByteView(data, size), "X509 CRL");
    if (der && RevocationList::parse(*der, {})) {
        std::abort();
    }
    return 0;
}
