#include "tests/system/pcscd_bench.hpp"

namespace madoguchi::test {

std::vector<CardBenchKind> card_bench_kinds() {
    return {{"pcscd with vpcd", [] { return std::make_unique<PcscdBench>(); }}};
}

} // namespace madoguchi::test
