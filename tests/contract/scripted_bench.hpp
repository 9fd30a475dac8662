#pragma once

#include "tests/contract/card_bench.hpp"

namespace madoguchi::test {

[[nodiscard]] std::unique_ptr<CardBench> make_scripted_bench();

} // namespace madoguchi::test
