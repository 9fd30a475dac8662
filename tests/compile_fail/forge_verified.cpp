#include "jpki/trust/trust_examiner.hpp"

using namespace madoguchi::jpki;

Examined<BasicFourAttributes> examine(TrustExaminer& examiner, InputSupportReading reading) {
#ifdef VIOLATE
    static_cast<void>(examiner);
    return Verified<BasicFourAttributes>(std::move(reading.basic_four.attributes));
#else
    return examiner.examine(std::move(reading));
#endif
}
