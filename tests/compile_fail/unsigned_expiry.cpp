#include "jpki/record/surface_record.hpp"
#include "jpki/trust/verified.hpp"

using namespace madoguchi;
using namespace madoguchi::jpki;

CivilDate expiry_of(const Verified<SurfaceRecord>& face) {
#ifdef VIOLATE
    return face->card_expiry;
#else
    return face->card_expiry.shown_but_not_proved();
#endif
}
