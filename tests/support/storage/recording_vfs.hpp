// SQLite's way to the disk, watched: every write, sync, truncation and removal in its order, and a
// disk that is full or fails on command. Tests only; the files are real ones.
#pragma once

#include "hal/base/bytes.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace madoguchi::test {

struct DiskEvent {
    enum class Kind : std::uint8_t { Write, Truncate, Sync, Remove };
    Kind kind = Kind::Write;
    std::string file;         // without its folder
    std::uint64_t offset = 0; // of Write; the new size of Truncate
    Bytes data;               // of Write
};

enum class DiskFault : std::uint8_t {
    Full,      // every write and every growth from that one on
    FailsOnce, // one write, with an input/output error
    SyncFails, // one sync
};

// SQLite's default way to files as long as the object lives. One at a time.
class RecordingVfs {
public:
    RecordingVfs();
    ~RecordingVfs();
    RecordingVfs(const RecordingVfs&) = delete;
    RecordingVfs& operator=(const RecordingVfs&) = delete;

    [[nodiscard]] const std::vector<DiskEvent>& events() const;
    // Nothing is noted while it is paused.
    void pause(bool paused);

    // The fault meets the operation of its kind after `spared` more ones, on files whose name
    // begins like that.
    void plan(DiskFault fault, std::size_t spared, std::string files = {});
    // There is space again.
    void heal();
    // Whether the planned fault met anything.
    [[nodiscard]] bool has_struck() const;

    struct State;

private:
    std::unique_ptr<State> state_;
};

} // namespace madoguchi::test
