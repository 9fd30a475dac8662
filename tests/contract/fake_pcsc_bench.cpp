#include "tests/contract/fake_pcsc_bench.hpp"

#include "drivers/pcsc/pcsc_monitor.hpp"
#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "tests/support/pcsc/fake_pcsc.hpp"
#include "tests/support/scripted_channel.hpp"

namespace madoguchi::test {

namespace {

constexpr const char* reader_name = "Reader in a table of functions";

class FakePcscBench final : public CardBench {
public:
    FakePcscBench() { pcsc_.add_reader(reader_name); }

    std::unique_ptr<hal::CardReader> reader() override { return *directory_.open(reader_name); }
    void insert() override {
        tear_ = false;
        pcsc_.insert(reader_name, [this](ByteView command, std::span<std::uint8_t> answer) {
            return tear_ ? drivers::ScardLength{drivers::ScardCode::Success, 0}
                         : card_that_answers(hex("6A82"))(command, answer);
        });
    }
    void remove() override { pcsc_.remove(reader_name); }
    // As vpcd does: success without a byte.
    void tear_next_command() override { tear_ = true; }
    bool reset_by_another_program() override {
        pcsc_.reset(reader_name);
        return true;
    }
    bool unplug() override {
        pcsc_.remove_reader(reader_name);
        return true;
    }
    hal::CardReaderDirectory* directory() override { return &directory_; }
    std::unique_ptr<hal::CardReaderMonitor> monitor() override {
        return std::make_unique<drivers::PcscMonitor>(pcsc_.table());
    }

private:
    bool tear_ = false;
    FakePcsc pcsc_;
    drivers::PcscReaderDirectory directory_{{}, pcsc_.table()};
};

} // namespace

std::unique_ptr<CardBench> make_fake_pcsc_bench() {
    return std::make_unique<FakePcscBench>();
}

} // namespace madoguchi::test
