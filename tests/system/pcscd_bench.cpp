#include "tests/system/pcscd_bench.hpp"

#include "drivers/pcsc/pcsc_monitor.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace madoguchi::test {

using namespace std::chrono_literals;

namespace {

// pcscd asks vpcd for the card's presence each 0.4 s. It must have seen a torn card gone: one that
// comes back sooner, after its power-down failed, stays invisible to it.
constexpr auto polling_interval = 600ms;

} // namespace

TimeLimit::TimeLimit(std::chrono::seconds limit) {
    ::alarm(static_cast<unsigned>(limit.count()));
}

TimeLimit::~TimeLimit() {
    ::alarm(0);
}

PcscdBench::PcscdBench()
    : answers_([](ByteView) {
          return Bytes{0x90, 0x00};
      }),
      card_([this](ByteView command) { return answer(command); }) {
    wait_until_present(false);
}

std::optional<Bytes> PcscdBench::answer(ByteView command) {
    std::optional<Bytes> reply = tear_.exchange(false) ? std::nullopt : answers_(command);
    torn_ = torn_ || !reply;
    return reply;
}

std::unique_ptr<hal::CardReader> PcscdBench::reader() {
    auto reader = directory_.open(virtual_reader_name);
    if (!reader) {
        throw std::runtime_error("the virtual reader is missing");
    }
    return std::move(*reader);
}

void PcscdBench::insert() {
    remove();
    card_.insert();
    wait_until_present(true);
}

void PcscdBench::remove() {
    card_.remove();
    if (torn_.exchange(false)) {
        std::this_thread::sleep_for(polling_interval);
    }
    wait_until_present(false);
}

std::unique_ptr<hal::CardReaderMonitor> PcscdBench::monitor() {
    return std::make_unique<drivers::PcscMonitor>();
}

void PcscdBench::wait_until_present(bool present) {
    const auto limit = Deadline::after(5s);
    while (!limit.has_passed()) {
        const auto readers = directory_.list();
        const auto is_ours = [](const auto& state) { return state.name == virtual_reader_name; };
        if (readers) {
            const auto ours = std::ranges::find_if(*readers, is_ours);
            if (ours != readers->end() && ours->card_present == present) {
                return;
            }
        }
        std::this_thread::sleep_for(10ms);
    }
    throw std::runtime_error("pcscd did not notice the card");
}

void private_pcscd(const std::string& verb) {
    const std::string command = "'" MADOGUCHI_PRIVATE_PCSCD "' " + verb;
    // NOLINTNEXTLINE(bugprone-command-processor,cert-env33-c): our own script, fixed words
    if (std::system(command.c_str()) != 0) {
        throw std::runtime_error("private-pcscd " + verb + " failed");
    }
}

} // namespace madoguchi::test
