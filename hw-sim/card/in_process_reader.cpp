#include "hw-sim/card/in_process_reader.hpp"

#include "hw-sim/card/in_process_ports.hpp"

namespace madoguchi::sim {

InProcessReader::InProcessReader(std::string name, hal::TransferLimits limits)
    : state_(std::make_shared<State>(std::move(name), limits)) {
}

InProcessReader::~InProcessReader() {
    unplug();
}

void InProcessReader::insert(std::shared_ptr<VirtualCard> card) {
    remove();
    state_->change([&card](State& state) {
        (void)card->power_on();
        state.card = std::move(card);
        ++state.insertions;
    });
}

void InProcessReader::remove() {
    state_->change([](State& state) { state.take_card_out(); });
}

void InProcessReader::remove_after(std::size_t exchanges) {
    state_->change([exchanges](State& state) { state.exchanges_until_removal = exchanges; });
}

void InProcessReader::unplug() {
    state_->change([](State& state) {
        state.take_card_out();
        state.attached = false;
    });
}

void InProcessReader::plug_in() {
    state_->change([](State& state) { state.attached = true; });
}

const std::string& InProcessReader::name() const noexcept {
    return state_->name;
}

Result<std::vector<hal::ReaderState>> InProcessReader::list() {
    const std::scoped_lock lock(state_->mutex);
    if (!state_->attached) {
        return std::vector<hal::ReaderState>();
    }
    return std::vector<hal::ReaderState>{{state_->name, state_->card != nullptr}};
}

Result<std::unique_ptr<hal::CardReader>> InProcessReader::open(const std::string& reader_name) {
    const std::scoped_lock lock(state_->mutex);
    if (!state_->attached || reader_name != state_->name) {
        return fail(ErrorCode::NoReader, "no in-process reader of this name is attached");
    }
    return std::make_unique<InProcessCardReader>(state_);
}

std::unique_ptr<hal::CardReaderMonitor> InProcessReader::monitor() {
    return std::make_unique<InProcessMonitor>(state_);
}

} // namespace madoguchi::sim
