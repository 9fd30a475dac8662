#include "tests/contract/fake_pcsc_bench.hpp"
#include "tests/contract/in_process_bench.hpp"
#include "tests/contract/scripted_bench.hpp"

namespace madoguchi::test {

std::vector<CardBenchKind> card_bench_kinds() {
    return {{"simulator in process", make_in_process_bench},
            {"scripted channel", make_scripted_bench},
            {"PC/SC table of functions", make_fake_pcsc_bench}};
}

} // namespace madoguchi::test
