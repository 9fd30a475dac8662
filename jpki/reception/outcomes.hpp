// What a whole task at the desk ends with, apart from errors. Each is an ordinary outcome.
#pragma once

#include "apdu/status_word.hpp"
#include "jpki/record/basic_four.hpp"
#include "jpki/record/surface_record.hpp"
#include "jpki/trust/certificate.hpp"
#include "jpki/trust/trust_verdict.hpp"
#include "jpki/trust/verified.hpp"

#include <variant>

namespace madoguchi::jpki {

// The number was wrong; one try was spent.
struct NumberRejected {
    apdu::RetryCounter tries_left;
};

// The number is blocked, or became so; a municipal office can set it anew.
struct NumberBlocked {};

// A check that the task needs did not pass; the verdict says which and why.
struct CardNotTrusted {
    TrustVerdict verdict;
};

} // namespace madoguchi::jpki
