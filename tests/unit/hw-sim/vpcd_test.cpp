#include "hw-sim/card/vpcd_link.hpp"
#include "hw-sim/card/vpcd_protocol.hpp"
#include "tests/unit/hw-sim/card_conversation.hpp"

#include <arpa/inet.h>
#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

// The reader's side: listens on a port of its own choice.
class FakeVirtualReader {
public:
    FakeVirtualReader() : listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
        ::listen(listener_, 1);
        socklen_t length = sizeof(address);
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
    }
    ~FakeVirtualReader() {
        hang_up();
        ::close(listener_);
    }
    FakeVirtualReader(const FakeVirtualReader&) = delete;
    FakeVirtualReader& operator=(const FakeVirtualReader&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }
    void accept() { card_ = ::accept(listener_, nullptr, nullptr); }
    void hang_up() {
        if (card_ >= 0) {
            ::close(card_);
            card_ = -1;
        }
    }
    void send(std::string_view message) const {
        const Bytes framed = sim::framed_for_vpcd(hex(message));
        static_cast<void>(::send(card_, framed.data(), framed.size(), MSG_NOSIGNAL));
    }
    // The next message in hexadecimal; empty at the end of the connection.
    [[nodiscard]] std::string receive() const {
        Bytes header(2);
        if (::recv(card_, header.data(), header.size(), MSG_WAITALL) != 2) {
            return {};
        }
        Bytes message(static_cast<std::size_t>(big_endian(header)));
        static_cast<void>(::recv(card_, message.data(), message.size(), MSG_WAITALL));
        return to_hex(message);
    }

private:
    int listener_;
    int card_ = -1;
    std::uint16_t port_ = 0;
};

} // namespace

TEST_CASE("control messages power and reset the card in silence; the ATR is answered") {
    const auto card = card_of("p02");
    CHECK(sim::answer_to_vpcd(*card, hex("01")) == std::nullopt);
    CHECK(to_hex(sim::answer_to_vpcd(*card, hex("04")).value()) == "3B888001000005E0B381A1007F");
    CHECK(to_hex(sim::answer_to_vpcd(*card, hex(select_jpki)).value()) == "9000");
    CHECK(sim::answer_to_vpcd(*card, hex("02")) == std::nullopt);
    CHECK(to_hex(sim::answer_to_vpcd(*card, hex("00A4020C02000A")).value()) == "9000");
    CHECK(sim::answer_to_vpcd(*card, hex("00")) == std::nullopt);
    CHECK(to_hex(sim::answer_to_vpcd(*card, hex("00A4020C02000A")).value()) == "6A82");
    CHECK(sim::answer_to_vpcd(*card, hex("7F")) == std::nullopt);
}

TEST_CASE("inserting connects, commands are answered, removing hangs up") {
    FakeVirtualReader reader;
    const auto card = card_of("p02");
    sim::VpcdLink link(*card, reader.port(), [] {});
    REQUIRE(link.insert(Deadline::after(5s)));
    CHECK(link.is_inserted());
    reader.accept();
    reader.send("01");
    reader.send("04");
    CHECK(reader.receive() == "3B888001000005E0B381A1007F");
    reader.send(select_jpki);
    CHECK(reader.receive() == "9000");
    link.remove();
    CHECK_FALSE(link.is_inserted());
    CHECK(reader.receive().empty());
}

TEST_CASE("commands are observed with their answers, before the reader has them; control is not") {
    FakeVirtualReader reader;
    const auto card = card_of("p02");
    sim::VpcdLink link(*card, reader.port(), [] {});
    std::vector<std::string> seen;
    link.observe([&seen](ByteView command, ByteView answer) {
        seen.push_back(to_hex(command) + " " + to_hex(answer));
    });
    REQUIRE(link.insert(Deadline::after(5s)));
    reader.accept();
    reader.send("01");
    reader.send("04");
    static_cast<void>(reader.receive());
    reader.send("00200080");
    CHECK(reader.receive() == "6986");
    link.remove();
    CHECK(seen == std::vector<std::string>{"00200080 6986"});
}

TEST_CASE("a reader that goes away is told once, and the card can be inserted again") {
    FakeVirtualReader reader;
    const auto card = card_of("p02");
    std::atomic<int> lost = 0;
    sim::VpcdLink link(*card, reader.port(), [&lost] { ++lost; });
    REQUIRE(link.insert(Deadline::after(5s)));
    reader.accept();
    reader.hang_up();
    const Deadline limit = Deadline::after(5s);
    while (lost == 0 && !limit.has_passed()) {
        std::this_thread::sleep_for(1ms);
    }
    CHECK(lost == 1);
    CHECK_FALSE(link.is_inserted());
    REQUIRE(link.insert(Deadline::after(5s)));
    reader.accept();
    reader.send(select_jpki);
    CHECK(reader.receive() == "9000");
    link.remove();
    CHECK(lost == 1);
}

TEST_CASE("without a reader to connect to, inserting fails by its deadline") {
    std::uint16_t closed_port = 0;
    {
        const FakeVirtualReader gone;
        closed_port = gone.port();
    }
    const auto card = card_of("p02");
    sim::VpcdLink link(*card, closed_port, [] {});
    CHECK(link.insert(Deadline::after(10ms)).error().code() == ErrorCode::ServiceUnavailable);
    CHECK_FALSE(link.is_inserted());
}
