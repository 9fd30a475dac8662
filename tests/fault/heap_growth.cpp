#include "tests/fault/heap_growth.hpp"

#include <algorithm>
#include <atomic>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
// Of sanitizer/allocator_interface.h, which GCC 12 does not install.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*)(const volatile void*,
                                                                  std::size_t),
                                                         void (*)(const volatile void*));
#else
#include <malloc.h>
#endif

namespace madoguchi::test {

namespace {

std::size_t above(std::size_t now, std::size_t before) {
    return now > before ? now - before : 0;
}

std::atomic<std::size_t> most_held = 0;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)

std::size_t held() {
    return __sanitizer_get_current_allocated_bytes();
}

void note_allocation(const volatile void* /*place*/, std::size_t /*size*/) {
    most_held = std::max(most_held.load(), held());
}

void note_release(const volatile void* /*place*/) {
}

void begin_to_count() {
    static const int installed =
        __sanitizer_install_malloc_and_free_hooks(note_allocation, note_release);
    static_cast<void>(installed);
}

#else

std::size_t held() {
    return ::mallinfo2().uordblks;
}

void begin_to_count() {
}

#endif

} // namespace

HeapGrowth::HeapGrowth() : before_(0) {
    begin_to_count();
    before_ = held();
    most_held = before_;
}

HeapGrowth::~HeapGrowth() = default;

std::size_t HeapGrowth::largest() const {
    return above(std::max(most_held.load(), held()), before_);
}

std::size_t HeapGrowth::kept() const {
    return above(held(), before_);
}

} // namespace madoguchi::test
