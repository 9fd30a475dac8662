#include "tests/contract/in_process_bench.hpp"

#include "hw-sim/card/in_process_reader.hpp"

namespace madoguchi::test {

namespace {

class InProcessBench final : public CardBench {
public:
    std::unique_ptr<hal::CardReader> reader() override { return *simulator_.open(name()); }
    void insert() override {
        simulator_.insert(std::make_shared<sim::VirtualCard>(sim::CardContent{}, numbers_));
    }
    void remove() override { simulator_.remove(); }
    void tear_next_command() override { simulator_.remove_after(0); }
    bool unplug() override {
        simulator_.unplug();
        return true;
    }
    hal::CardReaderDirectory* directory() override { return &simulator_; }
    std::unique_ptr<hal::CardReaderMonitor> monitor() override { return simulator_.monitor(); }

private:
    [[nodiscard]] const std::string& name() const { return simulator_.name(); }

    sim::MemoryNumberStore numbers_;
    sim::InProcessReader simulator_;
};

} // namespace

std::unique_ptr<CardBench> make_in_process_bench() {
    return std::make_unique<InProcessBench>();
}

} // namespace madoguchi::test
