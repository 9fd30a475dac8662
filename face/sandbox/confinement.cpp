#include "face/sandbox/confinement.hpp"

#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <memory>

namespace madoguchi::face {

namespace {

struct ReleaseFilter {
    void operator()(void* filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, ReleaseFilter>;

tl::unexpected<Error> refused(StaticText text, int system_code) {
    return fail(Error(ErrorCode::DecoderUnavailable, text).with_system_code(system_code));
}

Result<void> limit(__rlimit_resource resource, const rlimit& most) {
    if (::setrlimit(resource, &most) != 0) {
        return refused("a resource limit of the picture decoder was refused", errno);
    }
    return {};
}

Result<void> limit_resources(const SandboxLimits& limits) {
    constexpr rlimit none{0, 0};
    const rlim_t memory = limits.memory_mebibytes << 20U;
    MADOGUCHI_TRY(limit(RLIMIT_AS, {memory, memory}));
    // At the first the kernel sends SIGXCPU, which tells why; at the second SIGKILL.
    MADOGUCHI_TRY(limit(RLIMIT_CPU, {limits.processor_seconds, limits.processor_seconds + 1}));
    MADOGUCHI_TRY(limit(RLIMIT_CORE, none));
    MADOGUCHI_TRY(limit(RLIMIT_FSIZE, none));
    return limit(RLIMIT_NOFILE, none); // what is open stays open
}

Result<void> separate_from_others() {
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) {
        return refused("the picture decoder cannot give up its rights", errno);
    }
    return {};
}

template <typename... Conditions>
int allow(const Filter& filter, int system_call, Conditions... conditions) {
    return seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, system_call, sizeof...(conditions),
                            conditions...);
}

// Reading the request, writing the answer, the allocator, and the end. Memory is never executable.
int allow_what_decoding_needs(const Filter& filter) {
    // libseccomp's own macros for these are C.
    constexpr scmp_arg_cmp socket{0, SCMP_CMP_EQ, sandbox_descriptor, 0};
    constexpr scmp_arg_cmp not_executable{2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0};
    constexpr scmp_arg_cmp without_file{3, SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS};
    const std::array results{
        allow(filter, SCMP_SYS(read), socket),
        allow(filter, SCMP_SYS(write), socket),
        allow(filter, SCMP_SYS(brk)),
        allow(filter, SCMP_SYS(mmap), not_executable, without_file),
        allow(filter, SCMP_SYS(mremap)),
        allow(filter, SCMP_SYS(munmap)),
        allow(filter, SCMP_SYS(mprotect), not_executable),
        allow(filter, SCMP_SYS(madvise)),
        allow(filter, SCMP_SYS(mlock)), // SecretBytes
        allow(filter, SCMP_SYS(futex)),
        allow(filter, SCMP_SYS(exit_group)),
    };
    for (const int result : results) {
        if (result != 0) {
            return result;
        }
    }
    return 0;
}

Result<void> filter_system_calls() {
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS));
    if (!filter) {
        return refused("the system-call filter cannot be made", ENOMEM);
    }
    int result = seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    if (result == 0) {
        result = allow_what_decoding_needs(filter);
    }
    if (result == 0) {
        result = seccomp_load(filter.get());
    }
    if (result != 0) {
        return refused("the kernel refused the system-call filter", -result);
    }
    return {};
}

} // namespace

Result<void> confine_this_process(const SandboxLimits& limits) {
    MADOGUCHI_TRY(limit_resources(limits));
    MADOGUCHI_TRY(separate_from_others());
    return filter_system_calls();
}

} // namespace madoguchi::face
