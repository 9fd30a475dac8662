#include "tests/support/scripted_channel.hpp"

#include <catch2/catch.hpp>

#include <exception>
#include <stdexcept>

namespace madoguchi::test {

namespace {

int digit_value(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    if (digit >= 'A' && digit <= 'F') {
        return digit - 'A' + 10;
    }
    if (digit >= 'a' && digit <= 'f') {
        return digit - 'a' + 10;
    }
    throw std::invalid_argument("not a hexadecimal digit");
}

} // namespace

Bytes hex(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != ' ' && c != '\n') {
            digits.push_back(c);
        }
    }
    if (digits.size() % 2 != 0) {
        throw std::invalid_argument("half a byte is left over");
    }
    Bytes bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        bytes.push_back(
            static_cast<std::uint8_t>(digit_value(digits[i]) * 16 + digit_value(digits[i + 1])));
    }
    return bytes;
}

ScriptedChannel::~ScriptedChannel() {
    if (std::uncaught_exceptions() == 0) {
        CHECK(steps_.empty()); // commands that were expected and never came
    }
}

ScriptedChannel& ScriptedChannel::expect(Bytes command, Bytes answer) {
    steps_.push_back({std::move(command), std::move(answer)});
    return *this;
}

ScriptedChannel& ScriptedChannel::expect(std::string_view command, std::string_view answer) {
    return expect(hex(command), hex(answer));
}

ScriptedChannel& ScriptedChannel::expect_failure(std::string_view command, ErrorCode code) {
    steps_.push_back({hex(command), fail(code, "scripted failure")});
    return *this;
}

Result<Bytes> ScriptedChannel::transmit(ByteView command, Deadline deadline) {
    if (!death_ && deadline.has_passed()) {
        death_ = Error(ErrorCode::DeadlineExceeded, "scripted: the deadline has passed");
    }
    if (death_) {
        return fail(*death_);
    }
    REQUIRE_FALSE(steps_.empty());
    const Step step = std::move(steps_.front());
    steps_.pop_front();
    CHECK(to_hex(command) == to_hex(step.command));
    if (!step.answer) {
        death_ = step.answer.error();
    }
    return step.answer;
}

void ScriptedChannel::end(hal::CardAfterUse /*after*/) noexcept {
}

} // namespace madoguchi::test
