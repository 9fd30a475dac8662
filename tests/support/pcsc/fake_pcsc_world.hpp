// What FakePcsc's daemon knows and does, call by call.
#pragma once

#include "tests/support/pcsc/fake_pcsc.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace madoguchi::test {

namespace fake {

inline constexpr const char* hot_plug_reader = "\\\\?PnP?\\Notification";
inline constexpr std::array<std::uint8_t, 4> answer_to_reset{0x3B, 0x80, 0x80, 0x01};

struct Reader {
    std::string name;
    FakeCard card; // null when empty
    int card_number = 0;
    int resets = 0;
    std::uint32_t events = 0;

    [[nodiscard]] std::uint32_t state() const { return (events << 16U) | (card ? 0x20U : 0x10U); }
};

struct OpenCard {
    std::string reader;
    int card_number;
    int resets;
    int daemon;
    bool in_transaction = false;
    bool torn = false;
};

struct Fault {
    drivers::ScardCode code = drivers::ScardCode::Success;
    int times = 0;
};

} // namespace fake

struct FakePcsc::World {
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::map<std::string, fake::Reader> readers;
    std::map<long, int> contexts; // handle -> the daemon it belongs to
    std::map<long, fake::OpenCard> cards;
    std::set<long> cancelled;
    std::array<fake::Fault, scard_function_count> faults{};
    std::array<std::function<void()>, scard_function_count> actions{};
    std::array<int, scard_function_count> calls{};
    std::vector<drivers::ScardDisposition> dispositions;
    std::optional<std::pair<std::vector<char>, std::size_t>> exact_list;
    bool alive = true;
    int daemon = 1;
    int card_numbers = 0;
    long handles = 100;

    // Counts the call, runs the planned action, gives the planned failure.
    drivers::ScardCode enter(ScardFunction function) {
        const auto index = static_cast<std::size_t>(function);
        std::function<void()> action;
        {
            const std::lock_guard lock(mutex);
            ++calls.at(index);
            action = actions.at(index);
        }
        if (action) {
            action();
        }
        const std::lock_guard lock(mutex);
        fake::Fault& fault = faults.at(index);
        if (fault.times == 0) {
            return drivers::ScardCode::Success;
        }
        fault.times -= fault.times > 0 ? 1 : 0;
        return fault.code;
    }

    [[nodiscard]] drivers::ScardCode check(drivers::ScardContext context) const {
        const auto found = contexts.find(static_cast<long>(context));
        if (found == contexts.end()) {
            return drivers::ScardCode::InvalidHandle;
        }
        return alive && found->second == daemon ? drivers::ScardCode::Success
                                                : drivers::ScardCode::NoService;
    }

    // The first thing that pcsc-lite looks at in every call with a card.
    [[nodiscard]] drivers::ScardCode check(drivers::ScardCard card) const {
        const auto found = cards.find(static_cast<long>(card));
        if (found == cards.end()) {
            return drivers::ScardCode::InvalidHandle;
        }
        const fake::OpenCard& open = found->second;
        if (!alive || open.daemon != daemon) {
            return drivers::ScardCode::NoService;
        }
        const auto reader = readers.find(open.reader);
        if (reader == readers.end()) {
            return drivers::ScardCode::ReaderUnavailable;
        }
        if (!reader->second.card || reader->second.card_number != open.card_number) {
            return drivers::ScardCode::RemovedCard;
        }
        return reader->second.resets == open.resets ? drivers::ScardCode::Success
                                                    : drivers::ScardCode::ResetCard;
    }

    drivers::ScardEstablished establish_context() {
        const drivers::ScardCode fault = enter(ScardFunction::EstablishContext);
        const std::lock_guard lock(mutex);
        if (fault != drivers::ScardCode::Success || !alive) {
            return {fault != drivers::ScardCode::Success ? fault : drivers::ScardCode::NoService};
        }
        contexts[++handles] = daemon;
        return {drivers::ScardCode::Success, drivers::ScardContext{handles}};
    }

    // pcsc-lite forgets the context on its own side even when it reports a failure.
    drivers::ScardCode release_context(drivers::ScardContext context) {
        const drivers::ScardCode fault = enter(ScardFunction::ReleaseContext);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code = check(context);
        contexts.erase(static_cast<long>(context));
        return fault != drivers::ScardCode::Success ? fault : code;
    }

    drivers::ScardCode cancel(drivers::ScardContext context) {
        const drivers::ScardCode fault = enter(ScardFunction::Cancel);
        const std::lock_guard lock(mutex);
        if (fault == drivers::ScardCode::Success) {
            cancelled.insert(static_cast<long>(context));
            changed.notify_all();
        }
        return fault;
    }

    drivers::ScardLength list_readers(drivers::ScardContext context, std::span<char> names) {
        const drivers::ScardCode fault = enter(ScardFunction::ListReaders);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code =
            fault != drivers::ScardCode::Success ? fault : check(context);
        if (code != drivers::ScardCode::Success) {
            return {code, 9'999}; // meaningless on failure
        }
        std::vector<char> list;
        for (const auto& [name, reader] : readers) {
            list.insert(list.end(), name.begin(), name.end());
            list.push_back('\0');
        }
        list.push_back('\0');
        std::size_t claimed = list.size();
        if (exact_list) {
            std::tie(list, claimed) = *exact_list;
        } else if (readers.empty()) {
            return {drivers::ScardCode::NoReadersAvailable, 0};
        }
        if (names.empty()) {
            return {drivers::ScardCode::Success, claimed};
        }
        std::copy_n(list.begin(), std::min(list.size(), names.size()), names.begin());
        return {drivers::ScardCode::Success, claimed};
    }

    bool look(std::span<drivers::ScardReaderStatus> states, std::size_t readers_before) {
        bool news = false;
        for (drivers::ScardReaderStatus& state : states) {
            const auto reader = readers.find(state.reader);
            state.now = state.known;
            if (state.reader == fake::hot_plug_reader) {
                news = news || readers.size() != readers_before;
            } else if (reader == readers.end()) {
                state.now = drivers::scard_state::unknown | drivers::scard_state::changed;
                news = true;
            } else if (reader->second.state() != state.known) {
                state.now = reader->second.state() | drivers::scard_state::changed;
                news = true;
            }
        }
        return news;
    }

    drivers::ScardCode get_status_change(drivers::ScardContext context,
                                         std::chrono::milliseconds timeout,
                                         std::span<drivers::ScardReaderStatus> states) {
        const drivers::ScardCode fault = enter(ScardFunction::GetStatusChange);
        std::unique_lock lock(mutex);
        if (const drivers::ScardCode code = check(context);
            fault != drivers::ScardCode::Success || code != drivers::ScardCode::Success) {
            return fault != drivers::ScardCode::Success ? fault : code;
        }
        const std::size_t readers_before = readers.size();
        cancelled.erase(static_cast<long>(context));
        drivers::ScardCode code = drivers::ScardCode::Timeout;
        changed.wait_for(lock, timeout, [&] {
            if (check(context) != drivers::ScardCode::Success) {
                code = drivers::ScardCode::CommunicationError; // as measured for a blocked call
            } else if (cancelled.contains(static_cast<long>(context))) {
                code = drivers::ScardCode::Cancelled;
            } else if (look(states, readers_before)) {
                code = drivers::ScardCode::Success;
            }
            return code != drivers::ScardCode::Timeout;
        });
        return code;
    }

    drivers::ScardConnected connect(drivers::ScardContext context, const std::string& name) {
        const drivers::ScardCode fault = enter(ScardFunction::Connect);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code =
            fault != drivers::ScardCode::Success ? fault : check(context);
        if (code != drivers::ScardCode::Success) {
            return {code, drivers::ScardCard{-1}};
        }
        const auto reader = readers.find(name);
        if (reader == readers.end()) {
            return {drivers::ScardCode::UnknownReader, drivers::ScardCard{-1}};
        }
        if (!reader->second.card) {
            return {drivers::ScardCode::NoSmartcard, drivers::ScardCard{-1}};
        }
        cards[++handles] = {name, reader->second.card_number, reader->second.resets, daemon};
        return {drivers::ScardCode::Success, drivers::ScardCard{handles},
                drivers::ScardProtocol::T1};
    }

    drivers::ScardCode disconnect(drivers::ScardCard card, drivers::ScardDisposition disposition) {
        const drivers::ScardCode fault = enter(ScardFunction::Disconnect);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code = check(card);
        dispositions.push_back(disposition);
        cards.erase(static_cast<long>(card));
        return fault != drivers::ScardCode::Success ? fault : code;
    }

    drivers::ScardCode begin_transaction(drivers::ScardCard card) {
        const drivers::ScardCode fault = enter(ScardFunction::BeginTransaction);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code = fault != drivers::ScardCode::Success ? fault : check(card);
        if (code == drivers::ScardCode::Success) {
            cards.at(static_cast<long>(card)).in_transaction = true;
        }
        return code;
    }

    drivers::ScardCode end_transaction(drivers::ScardCard card,
                                       drivers::ScardDisposition disposition) {
        const drivers::ScardCode fault = enter(ScardFunction::EndTransaction);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code = check(card);
        dispositions.push_back(disposition);
        if (const auto found = cards.find(static_cast<long>(card)); found != cards.end()) {
            found->second.in_transaction = false;
            const auto reader = readers.find(found->second.reader);
            if (reader != readers.end() && disposition != drivers::ScardDisposition::Leave) {
                ++reader->second.resets; // every handle sees it, the causing one included
            }
        }
        return fault != drivers::ScardCode::Success ? fault : code;
    }

    drivers::ScardLength transmit(drivers::ScardCard card, ByteView command,
                                  std::span<std::uint8_t> answer) {
        const drivers::ScardCode fault = enter(ScardFunction::Transmit);
        FakeCard chip;
        {
            const std::lock_guard lock(mutex);
            const drivers::ScardCode code =
                fault != drivers::ScardCode::Success ? fault : check(card);
            if (code != drivers::ScardCode::Success) {
                return {code, 70'000}; // larger than any buffer, as measured
            }
            const fake::OpenCard& open = cards.at(static_cast<long>(card));
            if (!open.in_transaction || open.torn) {
                return {drivers::ScardCode::NotTransacted, 0};
            }
            chip = readers.at(open.reader).card;
        }
        const drivers::ScardLength result = chip(command, answer);
        const std::lock_guard lock(mutex);
        cards.at(static_cast<long>(card)).torn = result.length == 0;
        return result;
    }

    drivers::ScardLength status(drivers::ScardCard card, std::span<std::uint8_t> buffer) {
        const drivers::ScardCode fault = enter(ScardFunction::Status);
        const std::lock_guard lock(mutex);
        const drivers::ScardCode code = fault != drivers::ScardCode::Success ? fault : check(card);
        if (code != drivers::ScardCode::Success) {
            return {code, 99};
        }
        std::ranges::copy(fake::answer_to_reset, buffer.begin());
        return {drivers::ScardCode::Success, fake::answer_to_reset.size()};
    }

    void change(const std::function<void()>& work) {
        const std::lock_guard lock(mutex);
        work();
        changed.notify_all();
    }
};

} // namespace madoguchi::test
