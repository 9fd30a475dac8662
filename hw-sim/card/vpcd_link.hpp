// A virtual card on vsmartcard's virtual reader: inserting connects to its port on 127.0.0.1,
// removing disconnects.
#pragma once

#include "hal/base/deadline.hpp"
#include "hal/base/result.hpp"
#include "hw-sim/card/card_in_reader.hpp"

#include <atomic>
#include <functional>
#include <thread>

namespace madoguchi::sim {

// insert() and remove() are called by one thread; the card belongs to the link while inserted.
class VpcdLink {
public:
    // Called from the link's own thread after each command, before its answer is sent.
    using ExchangeObserver = std::function<void(ByteView command, ByteView answer)>;

    static constexpr std::uint16_t first_port = 35963; // vpcd's own; its second slot is one more

    // The card must outlive the link. on_lost is called from another thread when the reader goes
    // away by itself.
    VpcdLink(CardInReader& card, std::uint16_t port, std::function<void()> on_lost);
    ~VpcdLink();
    VpcdLink(const VpcdLink&) = delete;
    VpcdLink& operator=(const VpcdLink&) = delete;

    // To be set while the card is outside.
    void observe(ExchangeObserver observer) { observer_ = std::move(observer); }

    // Tries until the deadline. Does nothing when the card is inside.
    // Errors: ServiceUnavailable (nobody listens: pcscd does not run or has no vpcd reader).
    [[nodiscard]] Result<void> insert(Deadline deadline);
    // Does nothing when the card is outside.
    void remove();
    [[nodiscard]] bool is_inserted() const noexcept { return inserted_; }

private:
    void serve();
    [[nodiscard]] bool serve_one();

    CardInReader& card_;
    std::uint16_t port_;
    std::function<void()> on_lost_;
    ExchangeObserver observer_ = [](ByteView /*command*/, ByteView /*answer*/) {};
    std::atomic<bool> inserted_ = false;
    std::atomic<bool> leaving_ = false;
    int socket_ = -1;
    std::jthread thread_;
};

} // namespace madoguchi::sim
