// A card that expects exact commands in order and gives prepared answers. One command too many, too
// few or another than expected fails the test.
#pragma once

#include "hal/card_reader.hpp"

#include <deque>
#include <optional>
#include <string_view>

namespace madoguchi::test {

// "00 A4 04 0C" -> bytes; spaces are ignored. Throws on anything else that is not a hexadecimal
// digit.
[[nodiscard]] Bytes hex(std::string_view text);

class ScriptedChannel final : public hal::TransactionPort {
public:
    ScriptedChannel() = default;
    ~ScriptedChannel() override;
    ScriptedChannel(const ScriptedChannel&) = delete;
    ScriptedChannel& operator=(const ScriptedChannel&) = delete;

    ScriptedChannel& expect(Bytes command, Bytes answer);
    ScriptedChannel& expect(std::string_view command, std::string_view answer);
    ScriptedChannel& expect_failure(std::string_view command, ErrorCode code);

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline deadline) override;
    void end(hal::CardAfterUse after) noexcept override;

    [[nodiscard]] bool is_finished() const noexcept { return steps_.empty(); }
    // After a failure: every further command gets the same error, as on any channel.
    [[nodiscard]] bool is_dead() const noexcept { return death_.has_value(); }

private:
    struct Step {
        Bytes command;
        Result<Bytes> answer;
    };
    std::deque<Step> steps_;
    std::optional<Error> death_;
};

} // namespace madoguchi::test
