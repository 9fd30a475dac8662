// The subcommands of the command line tool. Each adds itself to the program; its callback does the
// work and throws CLI::RuntimeError with the exit status when it fails. Exit statuses:
// docs/command-line.md.
#pragma once

#include "apdu/trace/trace_recorder.hpp"
#include "hal/card_reader.hpp"

#include <CLI/CLI.hpp>

#include <functional>

namespace madoguchi::cli {

// What a card command works on: readers, and who records its conversation, if anyone.
struct CardBench {
    hal::CardReaderDirectory& readers;
    apdu::TraceRecorder* recorder = nullptr;
    bool is_replay = false; // of a recording, in which values are zeros
};
// Makes a bench, runs the command on it and returns its exit status.
using BenchMaker = std::function<int(const std::function<int(CardBench)>& command)>;
// The readers of this machine.
[[nodiscard]] int on_pcsc(const std::function<int(CardBench)>& command);

void add_card_command(CLI::App& program);
// The card commands that hold one conversation with one card, on another bench.
void add_card_command_on(CLI::App& parent, const BenchMaker& bench);
void add_face_command(CLI::App& program);
void add_eligibility_command(CLI::App& program);
void add_fallback_command(CLI::App& program);
void add_identity_command(CLI::App& program);
void add_journal_command(CLI::App& program, const BenchMaker& bench = on_pcsc);
void add_later_command(CLI::App& program);
void add_surface_command(CLI::App& program);
void add_trace_command(CLI::App& program);
void add_trust_command(CLI::App& program);

} // namespace madoguchi::cli
