// How much more memory a piece of work held at most than it began with.
#pragma once

#include <cstddef>

namespace madoguchi::test {

// Counts this program's heap while it lives; one at a time. Without a sanitizer only what is still
// held at the end is seen.
class HeapGrowth {
public:
    HeapGrowth();
    ~HeapGrowth();
    HeapGrowth(const HeapGrowth&) = delete;
    HeapGrowth& operator=(const HeapGrowth&) = delete;

    [[nodiscard]] std::size_t largest() const;
    [[nodiscard]] std::size_t kept() const;

private:
    std::size_t before_;
};

} // namespace madoguchi::test
