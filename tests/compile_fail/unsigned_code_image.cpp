#include "jpki/record/surface_record.hpp"
#include "jpki/trust/verified.hpp"

using namespace madoguchi;
using namespace madoguchi::jpki;

const SecretBytes& code_image_of(const Verified<SurfaceRecord>& face) {
#ifdef VIOLATE
    return *face->security_code_image;
#else
    return face->security_code_image->shown_but_not_proved();
#endif
}
