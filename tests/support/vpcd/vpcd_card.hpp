// The smallest card behind the real pcscd: it speaks to vsmartcard-vpcd's port in the network of
// `private-pcscd run` and answers what a test tells it to.
#pragma once

#include "hal/base/bytes.hpp"

#include <functional>
#include <optional>
#include <stop_token>
#include <thread>

namespace madoguchi::test {

class VpcdCard {
public:
    static constexpr std::uint16_t first_port = 35963; // the second slot's is one more

    // The answer to each command; nothing means that the card leaves without one.
    using Answers = std::function<std::optional<Bytes>(ByteView command)>;

    explicit VpcdCard(Answers answers, std::uint16_t port = first_port);
    ~VpcdCard();
    VpcdCard(const VpcdCard&) = delete;
    VpcdCard& operator=(const VpcdCard&) = delete;

    // Puts the card on the reader. Throws when nobody listens on the port for five seconds.
    void insert();
    void remove();

private:
    void serve();
    [[nodiscard]] std::optional<Bytes> reply_to(ByteView message) const;

    Answers answers_;
    std::uint16_t port_;
    int socket_ = -1;
    std::jthread thread_;
};

} // namespace madoguchi::test
