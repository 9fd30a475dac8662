#include "apdu/pin.hpp"
#include "apdu/trace/trace_recorder.hpp"
#include "apdu/transparent_file.hpp"
#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace madoguchi;
using namespace madoguchi::apdu;
using namespace std::chrono_literals;
using test::hex;
using test::ScriptedChannel;

namespace {

constexpr Aid application{std::array<std::uint8_t, 5>{0xA0, 0, 0, 0, 1}};
constexpr ShortFileId label{1};
constexpr ShortFileId record{2};

const std::vector<ShownFile> shown_files{
    {application, label, FirstBytes{2}},
    {application, record, StructureOf{{0x30}}},
};

// A conversation over a scripted card, and the lines it leaves without their times.
class Conversation {
public:
    Conversation() { recorder_.begin({"test", "reader", {}, {}}); }

    ScriptedChannel card;

    ApduChannel& channel() { return channel_; }
    ExchangeBudget& budget() { return budget_; }

    void say(const CommandApdu& command) { (void)channel_.exchange_once(command, budget_); }

    [[nodiscard]] std::vector<std::string> lines() const {
        std::istringstream text(out_.str());
        std::vector<std::string> lines;
        for (std::string line; std::getline(text, line);) {
            const std::size_t after_times = line.find(' ', line.find(' ') + 1) + 1;
            lines.push_back(line.substr(after_times));
        }
        constexpr std::size_t heading_lines = 5;
        lines.erase(lines.begin(), lines.begin() + heading_lines);
        return lines;
    }

private:
    std::ostringstream out_;
    TraceRecorder recorder_{out_, shown_files};
    ApduChannel channel_{card, {}, &recorder_};
    ExchangeBudget budget_{99, 10'000, Deadline::after(10s)};
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("of shown files the trace holds what it may, in the pieces that came") {
    Conversation talk;
    talk.card.expect("00A4040C05A000000001", "9000")
        .expect("00B0810000", "4142436282")
        .expect("00B0820003", "3007049000")
        .expect("00B0000303", "0241419000")
        .expect("00B0000606", "0401426282");
    talk.say(command::select_application(application));
    talk.say(command::read_binary(label, 0, 256));
    talk.say(command::read_binary(record, 0, 3));
    talk.say(command::read_binary(3, 3));
    talk.say(command::read_binary(6, 6));
    CHECK(talk.lines() == Lines{"00A4040C05A000000001 -> 9000", "00B0810000 -> 4142[1]6282",
                                "00B0820003 -> 3007049000", "00B0000303 -> 02[2]9000",
                                "00B0000606 -> 0401[1]6282"});
}

TEST_CASE("everything else leaves its length") {
    Conversation talk;
    SECTION("a file before any selection") {
        talk.card.expect("00B0810000", "41429000");
        talk.say(command::read_binary(label, 0, 256));
        CHECK(talk.lines() == Lines{"00B0810000 -> [2]9000"});
    }
    SECTION("a file of an application that was refused, or of another") {
        const auto refused = GENERATE(true, false);
        talk.card.expect("00A4040C05A000000001", refused ? "6A82" : "9000");
        talk.say(command::select_application(application));
        if (!refused) {
            talk.card.expect("00A4040C05A000000002", "9000");
            talk.say(command::select_application(
                Aid(std::array<std::uint8_t, 5>{0xA0, 0x00, 0x00, 0x00, 0x02})));
        }
        talk.card.expect("00B0810000", "41429000");
        talk.say(command::read_binary(label, 0, 256));
        CHECK(talk.lines().back() == "00B0810000 -> [2]9000");
    }
    SECTION("a file that is not on the list, a record, an object, a selection's answer") {
        talk.card.expect("00A4040C05A000000001", "6F02414C9000")
            .expect("00B0830000", "41429000")
            .expect("00B2010400", "41429000")
            .expect("00CA9F7F00", "41429000");
        talk.say(command::select_application(application));
        talk.say(command::read_binary(ShortFileId(3), 0, 256));
        talk.say(CommandApdu{{0x00, 0xB2, 0x01, 0x04}, {}, 256});
        talk.say(command::get_data(0x9F7F, 256));
        CHECK(talk.lines() == Lines{"00A4040C05A000000001 -> [4]9000", "00B0830000 -> [2]9000",
                                    "00B2010400 -> [2]9000", "00CA9F7F00 -> [2]9000"});
    }
    SECTION("a shown file from its middle, and a place that was not read up to") {
        talk.card.expect("00A4040C05A000000001", "9000")
            .expect("00B0820300", "41429000")
            .expect("00B0820002", "30079000")
            .expect("00B0000502", "41429000");
        talk.say(command::select_application(application));
        talk.say(command::read_binary(record, 3, 256));
        talk.say(command::read_binary(record, 0, 2));
        talk.say(command::read_binary(5, 2));
        CHECK(talk.lines()[1] == "00B0820300 -> [2]9000");
        CHECK(talk.lines()[3] == "00B0000502 -> [2]9000");
    }
    SECTION("a command's data") {
        talk.card.expect("802A0080024142 00", "43449000");
        talk.say(CommandApdu{{0x80, 0x2A, 0x00, 0x80}, hex("4142"), 256});
        CHECK(talk.lines() == Lines{"802A0080[4] -> [2]9000"});
    }
}

TEST_CASE("the rest of an answer continues its file") {
    Conversation talk;
    talk.card.expect("00A4040C05A000000001", "9000")
        .expect("00B0820009", "300761 05")
        .expect("00C0000005", "040141 0201 9000");
    talk.say(command::select_application(application));
    (void)talk.channel().exchange(command::read_binary(record, 0, 9), talk.budget());
    CHECK(talk.lines()[1] == "00B0820009 -> 30076105");
    CHECK(talk.lines()[2] == "00C0000005 -> 0401[1]02019000");
}

TEST_CASE("a secret command leaves its header, and nothing came in to be left") {
    Conversation talk;
    talk.card.expect("00200098", "63C3").expect("0020009804 31323334", "9000");
    const KeyReference key = KeyReference::in_file(ShortFileId(0x18));
    auto reading = query_retry_counter(talk.channel(), key, talk.budget());
    auto permit = VerifyPermit::from(std::move(reading).value(), PinPolicy());
    auto pin = Pin::from_digits(SecretBytes(ByteView(hex("31323334"))), 4, 4);
    CHECK(verify(talk.channel(), std::move(pin).value(), std::move(permit).value(), talk.budget()));
    CHECK(talk.lines() == Lines{"00200098 -> 63C3", "00200098 secret -> 9000"});
}

TEST_CASE("a lost exchange leaves its cause") {
    Conversation talk;
    talk.card.expect("0084000008", "90").expect_failure("0084000008", ErrorCode::CardRemoved);
    talk.say(command::get_challenge(8));
    talk.say(command::get_challenge(8));
    CHECK(talk.lines() == Lines{"0084000008 -> lost Truncated", "0084000008 -> lost CardRemoved"});
}

TEST_CASE("a conversation that begins anew goes on in the same file and remembers no selection") {
    std::ostringstream out;
    TraceRecorder recorder(out, shown_files);
    const TraceHeading heading{"test", "reader", {}, {}};
    recorder.begin(heading);
    const std::string begun = out.str();
    recorder.begin(heading);
    CHECK(out.str() == begun);
}
