// C11: every one of the 65,536 status words, to every command that this project sends: success is
// what is named here, everything else is an error of its own kind, and no secret is sent twice.
#include "apdu/pin.hpp"
#include "apdu/transparent_file.hpp"
#include "jpki/card/common_card_application.hpp"
#include "jpki/card/jpki_application.hpp"
#include "jpki/card/key_file.hpp"
#include "jpki/card/surface_application.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <memory>

using namespace madoguchi;
using apdu::StatusWord;

namespace {

constexpr std::uint8_t select_command = 0xA4;
constexpr std::uint8_t read_binary = 0xB0;
constexpr std::uint8_t read_record = 0xB2;
constexpr std::uint8_t get_response = 0xC0;
constexpr std::uint8_t verify_command = 0x20;
constexpr std::uint8_t compute_signature = 0x2A;

// Answers one command, and the GET RESPONSE after it, with the status word under test; before it
// and to all others what lets a conversation go on.
class OneStatusCard final : public hal::TransactionPort {
public:
    using Sent = std::array<std::size_t, 256>; // commands by INS

    OneStatusCard(std::uint8_t command, std::size_t honest_before, StatusWord status, Sent& sent)
        : command_(command), honest_left_(honest_before), status_(status), sent_(sent) {}

    Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        const std::uint8_t instruction = command[1];
        ++sent_[instruction];
        if (instruction == command_ && honest_left_ > 0) {
            --honest_left_;
            return honest(instruction);
        }
        if (instruction == command_ || instruction == get_response) {
            return Bytes{status_.sw1(), status_.sw2()};
        }
        return honest(instruction);
    }
    void end(hal::CardAfterUse /*after*/) noexcept override {}

private:
    static Bytes honest(std::uint8_t instruction) {
        switch (instruction) {
        case verify_command: // a counter query, or the right number
            return {0x63, 0xC3};
        case read_binary: // the beginning of an object of 300 bytes
            return {0x30, 0x82, 0x01, 0x28, 0xAA, 0x90, 0x00};
        default:
            return {0x90, 0x00};
        }
    }

    std::uint8_t command_;
    std::size_t honest_left_;
    StatusWord status_;
    Sent& sent_;
};

Deadline soon() {
    return Deadline::after(std::chrono::minutes(2));
}

// What a command came to: an error, or a word for a value.
using Outcome = Result<std::string>;

struct Command {
    std::string name;
    std::uint8_t instruction = 0;
    std::size_t honest_before = 0;
    std::function<Outcome(hal::Transaction& card)> send;
    std::function<std::string(StatusWord status)> value; // empty: an error is expected
};

std::string nothing(StatusWord /*status*/) {
    return {};
}

std::string only_9000(StatusWord status) {
    return status.is_success() ? "done" : "";
}

std::string tries(StatusWord status) {
    if (status.value() == 0x6983 || status.value() == 0x6984) {
        return "0";
    }
    return (status.value() & 0xFFF0U) == 0x63C0 ? std::to_string(status.value() & 0x0FU) : "";
}

std::string verification(StatusWord status) {
    if (status.is_success()) {
        return "verified";
    }
    const std::string left = tries(status);
    return left == "0" ? "blocked" : left;
}

template <typename T>
Outcome done(const Result<T>& result) {
    return result ? Outcome("done") : Outcome(fail(result.error()));
}

struct Channel {
    explicit Channel(hal::Transaction& card)
        : channel(card.channel(), apdu::ApduLimits::of(card.limits())), budget(64, 4096, soon()) {}
    apdu::ApduChannel channel;
    apdu::ExchangeBudget budget;
};

constexpr apdu::KeyReference some_key = apdu::KeyReference::current_file();
constexpr apdu::ShortFileId some_file{0x0A};

apdu::Pin some_pin() {
    return apdu::Pin::from_digits(SecretBytes(as_bytes("1234")), 4, 4).value();
}

Outcome select_application(hal::Transaction& card) {
    jpki::CardSession session(card, nullptr);
    apdu::ExchangeBudget budget = jpki::task_budget(soon());
    return done(session.select(jpki::current_card.surface->application, budget));
}

Outcome ask_counter(hal::Transaction& card) {
    Channel use(card);
    const auto reading =
        MADOGUCHI_TRY(apdu::query_retry_counter(use.channel, some_key, use.budget));
    return std::to_string(reading.tries_left().tries());
}

struct WordOf {
    std::string operator()(apdu::PinVerified) const { return "verified"; }
    std::string operator()(apdu::PinBlocked) const { return "blocked"; }
    std::string operator()(apdu::PinRejected rejected) const {
        return std::to_string(rejected.tries_left.tries());
    }
};

Outcome verify(hal::Transaction& card) {
    Channel use(card);
    auto reading = MADOGUCHI_TRY(apdu::query_retry_counter(use.channel, some_key, use.budget));
    auto permit = MADOGUCHI_TRY(apdu::VerifyPermit::from(std::move(reading), apdu::PinPolicy()));
    const auto outcome =
        MADOGUCHI_TRY(apdu::verify(use.channel, some_pin(), std::move(permit), use.budget));
    return std::visit(WordOf{}, outcome);
}

Outcome read_object(hal::Transaction& card) {
    Channel use(card);
    return done(apdu::read_object_file(use.channel, {some_file, 64, 4096}, use.budget));
}

Outcome read_whole(hal::Transaction& card) {
    Channel use(card);
    return done(apdu::read_whole_file(use.channel, some_file, 64, use.budget));
}

Outcome read_card_record(hal::Transaction& card) {
    jpki::CardSession session(card, nullptr);
    auto application = MADOGUCHI_TRY(
        jpki::CommonCardApplication::select(session, *jpki::current_card.common_card, soon()));
    return done(application.read_card_record(soon()));
}

Outcome prove_presence(hal::Transaction& card) {
    jpki::CardSession session(card, nullptr);
    auto application = MADOGUCHI_TRY(
        jpki::SurfaceApplication::select(session, *jpki::current_card.surface, soon()));
    return done(application.prove_presence(jpki::Challenge::fresh().value(), soon()));
}

Outcome sign(hal::Transaction& card) {
    jpki::CardSession session(card, nullptr);
    auto application = MADOGUCHI_TRY(
        jpki::JpkiApplication::select(session, jpki::current_card.public_key_service, soon()));
    return done(application.sign(jpki::Challenge::fresh().value(), soon()));
}

Outcome select_key_file(hal::Transaction& card) {
    jpki::CardSession session(card, nullptr);
    const auto application = MADOGUCHI_TRY(jpki::SelectedApplication::select(
        session, jpki::current_card.surface->application, soon()));
    apdu::ExchangeBudget budget = jpki::task_budget(soon());
    return done(jpki::select_key_file(application, apdu::FileId(0x0012), budget));
}

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        {"SELECT an application", select_command, 0, select_application, only_9000},
        {"counter query", verify_command, 0, ask_counter, tries},
        {"VERIFY", verify_command, 1, verify, verification},
        {"READ BINARY, first", read_binary, 0, read_object, nothing},
        {"READ BINARY, next", read_binary, 1, read_object, nothing},
        {"READ BINARY, to the end of a file", read_binary, 1, read_whole,
         [](StatusWord status) {
             return status.value() == 0x6282 || status.value() == 0x6B00 ? "done" : "";
         }},
        {"READ RECORD", read_record, 0, read_card_record, nothing},
        {"COMPUTE DIGITAL SIGNATURE, default key", compute_signature, 0, prove_presence, only_9000},
        {"COMPUTE DIGITAL SIGNATURE, named key", compute_signature, 0, sign, only_9000},
        {"SELECT a key file", select_command, 1, select_key_file, only_9000},
    };
    return all;
}

bool is_answer_to_a_card(const Error& error) {
    return error.group() == ErrorGroup::Card || error.group() == ErrorGroup::Encoding;
}

// What is wrong with the outcome; empty when nothing is.
std::string fault_in(const Command& command, StatusWord status, const Outcome& outcome,
                     const OneStatusCard::Sent& sent) {
    const std::string expected = command.value(status);
    if (sent[command.instruction] > command.honest_before + 3 || sent[get_response] > 2) {
        return "sent again and again";
    }
    if (command.instruction == verify_command && sent[verify_command] > command.honest_before + 1) {
        return "VERIFY was sent again";
    }
    if (!outcome) {
        return expected.empty() && is_answer_to_a_card(outcome.error()) ? "" : "an error";
    }
    return *outcome == expected ? "" : "'" + *outcome + "' instead of '" + expected + "'";
}

} // namespace

TEST_CASE("every status word to every command is a named value or an error, never a success by "
          "default") {
    for (const Command& command : commands()) {
        std::size_t faults = 0;
        for (std::uint32_t value = 0; value <= 0xFFFF && faults < 3; ++value) {
            const StatusWord status(static_cast<std::uint16_t>(value));
            OneStatusCard::Sent sent{};
            hal::Transaction card(std::make_unique<OneStatusCard>(
                                      command.instruction, command.honest_before, status, sent),
                                  {}, {});
            const std::string fault = fault_in(command, status, command.send(card), sent);
            if (!fault.empty()) {
                ++faults;
                UNSCOPED_INFO("status word " << to_hex(Bytes{status.sw1(), status.sw2()}) << ": "
                                             << fault);
            }
        }
        INFO(command.name);
        CHECK(faults == 0);
    }
}
