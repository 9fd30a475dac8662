// Contracts: for mistakes of the calling code only, never for input. A violation logs its place and
// ends the process (the service manager starts it again); there is no state left to trust.
#pragma once

namespace madoguchi::contract {

[[noreturn]] void violated(const char* kind, const char* condition, const char* file,
                           int line) noexcept;

} // namespace madoguchi::contract

// What the caller must guarantee.
#define MADOGUCHI_EXPECTS(condition)                                                               \
    ((condition)                                                                                   \
         ? static_cast<void>(0)                                                                    \
         : ::madoguchi::contract::violated("precondition", #condition, __FILE__, __LINE__))

// What this code itself must guarantee.
#define MADOGUCHI_ENSURES(condition)                                                               \
    ((condition) ? static_cast<void>(0)                                                            \
                 : ::madoguchi::contract::violated("invariant", #condition, __FILE__, __LINE__))
