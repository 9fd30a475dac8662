// What the card commands can be told.
#pragma once

#include "apdu/trace/trace_recorder.hpp"
#include "jpki/reception/change_pin.hpp"

#include <cstdint>
#include <string>

namespace madoguchi::cli {

enum class OpenWith : std::uint8_t {
    NumberB, // 照合番号B
    Pin, // read: 券面事項入力補助用暗証番号; verify: 利用者証明用暗証番号
    Nothing, // verify: the certificate alone
};

struct CardOptions {
    std::string reader;  // part of a reader's name; empty: the only one with a card
    std::string anchors; // folder of trust anchors; empty: the installed one
    OpenWith open_with = OpenWith::NumberB;
    apdu::TraceRecorder* recorder = nullptr; // null: nothing is recorded
    bool is_replay = false;                  // of a recording, in which values are zeros
    bool json = false;
    bool show_personal = false;
    bool spend_last_try = false;
};

struct WatchOptions : CardOptions {
    std::uint32_t seconds = 0; // 0: until Ctrl-C
};

struct ChangePinOptions : CardOptions {
    jpki::ChangeablePin which{};
};

struct ExportOptions : CardOptions {
    std::string out;   // the file that gets the record; "-": standard output
    std::string photo; // the file that gets the photo; empty: none
    bool yes = false;  // no question before writing
};

struct CheckOptions : CardOptions {
    std::string photo; // the file that gets the photo instead of the screen; empty: none
};

// docs/command-line.md
inline constexpr int exit_yes = 0;
inline constexpr int exit_failed = 1;
inline constexpr int exit_wrong_usage = 2;
inline constexpr int exit_no = 3;

} // namespace madoguchi::cli
