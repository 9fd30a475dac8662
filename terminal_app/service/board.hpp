// The newest value of something, published by one thread and watched by others.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

namespace madoguchi::terminal {

template <typename Value>
class Board {
public:
    struct Edition {
        std::uint64_t number = 0;           // rises with each publication
        std::shared_ptr<const Value> value; // null: nothing is shown
    };

    void publish(std::shared_ptr<const Value> value) {
        {
            const std::scoped_lock lock(mutex_);
            newest_ = {newest_.number + 1, std::move(value)};
        }
        changed_.notify_all();
    }

    [[nodiscard]] Edition newest() const {
        const std::scoped_lock lock(mutex_);
        return newest_;
    }

    // Waits for an edition newer than `number`; gives the newest whatever came of the waiting.
    [[nodiscard]] Edition wait_after(std::uint64_t number,
                                     std::chrono::milliseconds longest_wait) const {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, longest_wait, [&] { return closed_ || newest_.number > number; });
        return newest_;
    }

    // Wakes everyone; waiting ends at once from now on.
    void close() {
        {
            const std::scoped_lock lock(mutex_);
            closed_ = true;
        }
        changed_.notify_all();
    }

    [[nodiscard]] bool is_closed() const {
        const std::scoped_lock lock(mutex_);
        return closed_;
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    Edition newest_;
    bool closed_ = false;
};

} // namespace madoguchi::terminal
