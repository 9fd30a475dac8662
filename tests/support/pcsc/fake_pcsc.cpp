#include "tests/support/pcsc/fake_pcsc.hpp"

#include "tests/support/pcsc/fake_pcsc_world.hpp"

namespace madoguchi::test {

using drivers::ScardCode;
using drivers::ScardDisposition;
using drivers::ScardLength;

FakeCard card_that_answers(Bytes answer) {
    return [answer = std::move(answer)](ByteView, std::span<std::uint8_t> buffer) {
        std::ranges::copy(answer, buffer.begin());
        return ScardLength{ScardCode::Success, answer.size()};
    };
}

FakePcsc::FakePcsc() : world_(std::make_shared<World>()) {
    auto* const w = world_.get();
    auto table = std::make_shared<drivers::ScardTable>();
    table->establish_context = [w] { return w->establish_context(); };
    table->release_context = [w](auto context) { return w->release_context(context); };
    table->cancel = [w](auto context) { return w->cancel(context); };
    table->list_readers = [w](auto context, auto names) { return w->list_readers(context, names); };
    table->get_status_change = [w](auto context, auto timeout, auto states) {
        return w->get_status_change(context, timeout, states);
    };
    table->connect = [w](auto context, const auto& name) { return w->connect(context, name); };
    table->disconnect = [w](auto card, auto after) { return w->disconnect(card, after); };
    table->begin_transaction = [w](auto card) { return w->begin_transaction(card); };
    table->end_transaction = [w](auto card, auto after) { return w->end_transaction(card, after); };
    table->transmit = [w](auto card, auto, auto command, auto answer) {
        return w->transmit(card, command, answer);
    };
    table->status = [w](auto card, auto buffer) { return w->status(card, buffer); };
    table_ = std::move(table);
}

FakePcsc::~FakePcsc() = default;

void FakePcsc::add_reader(const std::string& name) {
    world_->change([&] { world_->readers[name].name = name; });
}

void FakePcsc::remove_reader(const std::string& name) {
    world_->change([&] { world_->readers.erase(name); });
}

void FakePcsc::insert(const std::string& reader, FakeCard card) {
    world_->change([&] {
        fake::Reader& place = world_->readers.at(reader);
        place.card = std::move(card);
        place.card_number = ++world_->card_numbers;
        ++place.events;
    });
}

void FakePcsc::remove(const std::string& reader) {
    world_->change([&] {
        fake::Reader& place = world_->readers.at(reader);
        place.card = nullptr;
        ++place.events;
    });
}

void FakePcsc::reset(const std::string& reader) {
    world_->change([&] { ++world_->readers.at(reader).resets; });
}

void FakePcsc::kill_daemon() {
    world_->change([&] { world_->alive = false; });
}

void FakePcsc::start_daemon() {
    world_->change([&] {
        world_->alive = true;
        ++world_->daemon;
    });
}

void FakePcsc::fail(ScardCode code, ScardFunction function, int times) {
    world_->change([&] { world_->faults.at(static_cast<std::size_t>(function)) = {code, times}; });
}

void FakePcsc::heal() {
    world_->change([&] { world_->faults = {}; });
}

void FakePcsc::before(ScardFunction function, std::function<void()> action) {
    world_->change(
        [&] { world_->actions.at(static_cast<std::size_t>(function)) = std::move(action); });
}

void FakePcsc::list_exactly(std::vector<char> names, std::size_t claimed_length) {
    world_->change([&] { world_->exact_list.emplace(std::move(names), claimed_length); });
}

int FakePcsc::calls(ScardFunction function) const {
    const std::lock_guard lock(world_->mutex);
    return world_->calls.at(static_cast<std::size_t>(function));
}

bool FakePcsc::all_closed() const {
    const std::lock_guard lock(world_->mutex);
    return world_->contexts.empty() && world_->cards.empty();
}

std::vector<ScardDisposition> FakePcsc::dispositions() const {
    const std::lock_guard lock(world_->mutex);
    return world_->dispositions;
}

} // namespace madoguchi::test
