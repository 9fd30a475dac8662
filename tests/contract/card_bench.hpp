// What the contract of hal/card_reader.hpp needs to do to a reader, whatever stands behind it.
#pragma once

#include "hal/card_reader.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::test {

class CardBench {
public:
    virtual ~CardBench() = default;

    // The reader under test; it is attached and empty.
    [[nodiscard]] virtual std::unique_ptr<hal::CardReader> reader() = 0;

    // A card that answers every command with at least a status word.
    virtual void insert() = 0;
    virtual void remove() = 0;
    // The card leaves in the middle of the next command.
    virtual void tear_next_command() = 0;
    // False when this kind of reader cannot be made to do it.
    [[nodiscard]] virtual bool reset_by_another_program() { return false; }
    [[nodiscard]] virtual bool unplug() { return false; }
    // Null when this kind has none.
    [[nodiscard]] virtual hal::CardReaderDirectory* directory() { return nullptr; }
    [[nodiscard]] virtual std::unique_ptr<hal::CardReaderMonitor> monitor() { return nullptr; }
};

struct CardBenchKind {
    std::string name;
    std::function<std::unique_ptr<CardBench>()> make;
};

// Defined once by each program that links the contract.
[[nodiscard]] std::vector<CardBenchKind> card_bench_kinds();

} // namespace madoguchi::test
