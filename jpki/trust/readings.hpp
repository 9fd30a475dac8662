// What one application of the card yields together: the record, and everything that proves it.
#pragma once

#include "jpki/record/basic_four.hpp"
#include "jpki/record/cv_certificate.hpp"
#include "jpki/record/input_support_signature.hpp"
#include "jpki/record/presence_key.hpp"
#include "jpki/record/surface_record.hpp"
#include "jpki/trust/challenge.hpp"

namespace madoguchi::jpki {

// 券面事項入力補助AP
struct InputSupportReading {
    BasicFourRecord basic_four;
    InputSupportSignature signature;
    CvCertificate data_signing_certificate;
    PresenceKeyRecord presence_key;
    SignedChallenge presence;
};

// 券面事項確認AP
struct SurfaceReading {
    SurfaceRecord surface;
    CvCertificate data_signing_certificate;
    SignedChallenge presence;
};

// 券面等AP of the next-generation card
struct CardDataReading {
    SurfaceRecord surface;
    BasicFourRecord basic_four;
    InputSupportSignature basic_four_signature;
    CvCertificate data_signing_certificate; // of the key that signed both
    SignedChallenge presence;
};

} // namespace madoguchi::jpki
