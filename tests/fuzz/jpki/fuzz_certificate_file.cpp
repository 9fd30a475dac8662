// A certificate file of a card: refused, or every check of it comes to a result; without a pinned
// authority never to a proof.
#include "jpki/trust/trust_examiner.hpp"

#include <cstdlib>

using namespace madoguchi;
using namespace madoguchi::jpki;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto certificate = UserAuthenticationCertificate::parse(ByteView(data, size));
    if (!certificate) {
        return 0;
    }
    static const TrustAnchors anchors = TrustAnchors::none();
    TrustExaminer examiner(anchors, CivilTime(std::chrono::hours(24 * 365 * 57)));
    const auto examined = examiner.examine(std::move(*certificate));
    if (std::holds_alternative<Verified<UserAuthenticationCertificate>>(examined)) {
        std::abort();
    }
    return 0;
}
