// Writes a conversation to a trace file while it goes on. Of data it shows only what it was told to
// show; everything else leaves its length and nothing more.
#pragma once

#include "apdu/response_apdu.hpp"
#include "apdu/trace.hpp"
#include "apdu/trace/structure_mask.hpp"
#include "apdu/trace/trace_file.hpp"
#include "hal/base/clock.hpp"

#include <ostream>
#include <span>

namespace madoguchi::apdu {

// How much of a file a trace may show.
struct FirstBytes {
    std::size_t count;
};
struct StructureOf { // tags and lengths, while the file is one object of this tag, as coded
    Bytes outermost_tag;
};

struct ShownFile {
    Aid application;
    ShortFileId file;
    std::variant<FirstBytes, StructureOf> shown;
};

class TraceRecorder final : public TraceSink {
public:
    // The stream must outlive the recorder; each line is flushed, so that a conversation that hangs
    // is on record as far as it went.
    TraceRecorder(std::ostream& out, std::span<const ShownFile> shown_files)
        : out_(out), shown_files_(shown_files.begin(), shown_files.end()) {}

    // Before the first exchange; a conversation that begins anew (the card came back) goes on in
    // the same file.
    void begin(const TraceHeading& heading);

    void on_bytes(const ExchangeBytes& bytes) override;
    void on_exchange(const ExchangeRecord& record) override;

private:
    void follow_selection(const CommandApdu& command, StatusWord status);
    [[nodiscard]] MaskedBytes masked_command(ByteView encoded) const;
    [[nodiscard]] MaskedBytes masked_answer(const CommandApdu& command, const ResponseApdu& answer);
    void find_place(const CommandApdu& command);
    void begin_reading(const ShownFile& file);
    void append_data(MaskedBytes& shown, ByteView data);

    // The file being read in order, and how much of it came.
    struct Reading {
        std::variant<FirstBytes, StructureMask> shown;
        std::size_t offset = 0;
    };

    std::ostream& out_;
    std::vector<ShownFile> shown_files_;
    bool begun_ = false;
    MonotonicTime origin_{};
    Bytes application_; // name of the selected one; empty when unknown
    std::optional<Reading> reading_;
    std::optional<MaskedBytes> command_; // of the exchange that on_exchange will finish
    std::optional<MaskedBytes> answer_;
};

} // namespace madoguchi::apdu
