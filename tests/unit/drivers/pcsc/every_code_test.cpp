// Every function of PC/SC gives every documented code, once and for ever: an Error or success comes
// out, everything is closed again, and the next patient is served.
#include "drivers/pcsc/pcsc_monitor.hpp"
#include "tests/unit/drivers/pcsc/fixture.hpp"

using namespace madoguchi;
using namespace madoguchi::test;
using drivers::ScardCode;

namespace {

std::vector<ScardCode> every_code() {
    std::vector<ScardCode> codes{static_cast<ScardCode>(0xFFFFFFFF), static_cast<ScardCode>(1)};
    for (const auto& meaning : drivers::scard_code_meanings()) {
        codes.push_back(meaning.code);
    }
    return codes;
}

// One patient: the first error, or nothing.
std::optional<Error> use_card(FakePcsc& pcsc) {
    drivers::PcscReaderDirectory directory({}, pcsc.table());
    const auto readers = directory.list();
    if (!readers) {
        return readers.error();
    }
    const auto reader = directory.open(reader_name);
    if (!reader) {
        return reader.error();
    }
    auto transaction = (*reader)->begin(soon());
    if (!transaction) {
        return transaction.error();
    }
    const auto answer = transaction->channel().transmit(hex("00A4040C00"), soon());
    if (!answer) {
        return answer.error();
    }
    return std::nullopt;
}

bool decides_the_outcome(ScardFunction function) {
    return function == ScardFunction::EstablishContext || function == ScardFunction::Connect ||
           function == ScardFunction::BeginTransaction || function == ScardFunction::Transmit ||
           function == ScardFunction::Status;
}

} // namespace

TEST_CASE("Whatever any PC/SC function answers, the card is closed and the next use works") {
    OneReader bench;
    const auto function = static_cast<ScardFunction>(GENERATE(range(0, scard_function_count)));
    const int times = GENERATE(1, -1);
    for (const ScardCode code : every_code()) {
        INFO("function " << static_cast<int>(function) << " code "
                         << static_cast<std::uint32_t>(code));
        bench.pcsc.fail(code, function, times);
        const auto error = use_card(bench.pcsc);
        if (error) {
            CHECK((error->group() == ErrorGroup::Transport));
        } else {
            CHECK((times == 1 || !decides_the_outcome(function)));
        }
        CHECK(bench.pcsc.all_closed());
        bench.pcsc.heal();
        CHECK_FALSE(use_card(bench.pcsc).has_value());
        CHECK(bench.pcsc.all_closed());
    }
}

TEST_CASE("Whatever PC/SC answers to the monitor, it waits no longer than told and recovers") {
    using namespace std::chrono_literals;
    OneReader bench;
    const auto function = GENERATE(ScardFunction::EstablishContext, ScardFunction::ListReaders,
                                   ScardFunction::GetStatusChange, ScardFunction::ReleaseContext);
    for (const ScardCode code : every_code()) {
        INFO("function " << static_cast<int>(function) << " code "
                         << static_cast<std::uint32_t>(code));
        {
            bench.pcsc.fail(code, function);
            drivers::PcscMonitor monitor(bench.pcsc.table());
            const auto begin = std::chrono::steady_clock::now();
            const auto events = monitor.wait(Deadline::after(2ms));
            CHECK(std::chrono::steady_clock::now() - begin < 1s);
            if (!events) {
                CHECK((events.error().group() == ErrorGroup::Transport));
            }
        }
        CHECK(bench.pcsc.all_closed());
        bench.pcsc.heal();
    }
}
