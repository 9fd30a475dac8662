// Values on their way from one thread to another: bounded, so that a flood is refused and not kept.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace madoguchi::terminal {

template <typename Value>
class BoundedQueue {
public:
    explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

    // False when the queue is full or closed; the value is destroyed then.
    [[nodiscard]] bool push(Value value) {
        {
            const std::scoped_lock lock(mutex_);
            if (closed_ || values_.size() >= capacity_) {
                return false;
            }
            values_.push_back(std::move(value));
        }
        changed_.notify_one();
        return true;
    }

    // The oldest value; nothing when none came in time. After close() what is left still comes.
    [[nodiscard]] std::optional<Value> pop(std::chrono::milliseconds longest_wait) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, longest_wait, [this] { return closed_ || !values_.empty(); });
        if (values_.empty()) {
            return std::nullopt;
        }
        std::optional<Value> value(std::move(values_.front()));
        values_.pop_front();
        return value;
    }

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

    [[nodiscard]] bool is_empty() const {
        const std::scoped_lock lock(mutex_);
        return values_.empty();
    }

    // Closed, and nothing is left.
    [[nodiscard]] bool is_done() const {
        const std::scoped_lock lock(mutex_);
        return closed_ && values_.empty();
    }

private:
    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Value> values_;
    bool closed_ = false;
};

} // namespace madoguchi::terminal
