#include "tests/support/storage/recording_vfs.hpp"

#include <sqlite3.h>

#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>

namespace madoguchi::test {

struct RecordingVfs::State {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::mutex mutex;
    std::vector<DiskEvent> events;
    bool is_paused = false;
    std::optional<DiskFault> fault;
    std::size_t spared = 0;
    std::string faulty_files;
    bool has_struck = false;

    void note(DiskEvent event) {
        const std::scoped_lock lock(mutex);
        if (!is_paused) {
            events.push_back(std::move(event));
        }
    }

    // SQLITE_OK, or what this operation ends with.
    int meet(DiskEvent::Kind kind, const std::string& file) {
        const std::scoped_lock lock(mutex);
        const bool is_sync = kind == DiskEvent::Kind::Sync;
        if (!fault || is_sync != (*fault == DiskFault::SyncFails) ||
            !file.starts_with(faulty_files)) {
            return SQLITE_OK;
        }
        if (spared > 0) {
            --spared;
            return SQLITE_OK;
        }
        has_struck = true;
        if (*fault == DiskFault::Full) {
            return SQLITE_FULL;
        }
        fault.reset();
        return is_sync ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
    }
};

namespace {

using State = RecordingVfs::State;

// SQLite gives the memory; the real file's part lies behind ours.
struct WatchedFile {
    sqlite3_file base;
    State* state;
    std::string* name;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

WatchedFile& watched(sqlite3_file* file) {
    return *reinterpret_cast<WatchedFile*>(file);
}

const sqlite3_io_methods& real_methods(sqlite3_file* file) {
    return *watched(file).real()->pMethods;
}

State& state_of(sqlite3_vfs* vfs) {
    return *static_cast<State*>(vfs->pAppData);
}

int close_file(sqlite3_file* file) {
    const int result = real_methods(file).xClose(watched(file).real());
    delete watched(file).name;
    return result;
}

int write_file(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    WatchedFile& self = watched(file);
    if (const int met = self.state->meet(DiskEvent::Kind::Write, *self.name); met != SQLITE_OK) {
        return met;
    }
    const auto* const bytes = static_cast<const std::uint8_t*>(data);
    self.state->note({DiskEvent::Kind::Write, *self.name, static_cast<std::uint64_t>(offset),
                      Bytes(bytes, bytes + size)});
    return real_methods(file).xWrite(self.real(), data, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    WatchedFile& self = watched(file);
    self.state->note({DiskEvent::Kind::Truncate, *self.name, static_cast<std::uint64_t>(size), {}});
    return real_methods(file).xTruncate(self.real(), size);
}

int sync_file(sqlite3_file* file, int flags) {
    WatchedFile& self = watched(file);
    if (const int met = self.state->meet(DiskEvent::Kind::Sync, *self.name); met != SQLITE_OK) {
        return met;
    }
    self.state->note({DiskEvent::Kind::Sync, *self.name, 0, {}});
    return real_methods(file).xSync(self.real(), flags);
}

// What is only passed on.
template <auto method, typename... Arguments>
int pass_on(sqlite3_file* file, Arguments... arguments) {
    return (real_methods(file).*method)(watched(file).real(), arguments...);
}

void shm_barrier(sqlite3_file* file) {
    real_methods(file).xShmBarrier(watched(file).real());
}

const sqlite3_io_methods& our_methods() {
    static const sqlite3_io_methods methods = [] {
        using M = sqlite3_io_methods;
        M made{};
        made.iVersion = 2; // no memory mapping: every write is seen
        made.xClose = close_file;
        made.xRead = pass_on<&M::xRead, void*, int, sqlite3_int64>;
        made.xWrite = write_file;
        made.xTruncate = truncate_file;
        made.xSync = sync_file;
        made.xFileSize = pass_on<&M::xFileSize, sqlite3_int64*>;
        made.xLock = pass_on<&M::xLock, int>;
        made.xUnlock = pass_on<&M::xUnlock, int>;
        made.xCheckReservedLock = pass_on<&M::xCheckReservedLock, int*>;
        made.xFileControl = pass_on<&M::xFileControl, int, void*>;
        made.xSectorSize = pass_on<&M::xSectorSize>;
        made.xDeviceCharacteristics = pass_on<&M::xDeviceCharacteristics>;
        made.xShmMap = pass_on<&M::xShmMap, int, int, int, void volatile**>;
        made.xShmLock = pass_on<&M::xShmLock, int, int, int>;
        made.xShmBarrier = shm_barrier;
        made.xShmUnmap = pass_on<&M::xShmUnmap, int>;
        return made;
    }();
    return methods;
}

std::string name_in(const char* path) {
    return path == nullptr ? std::string() : std::filesystem::path(path).filename().string();
}

int open_file(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    State& state = state_of(vfs);
    WatchedFile& self = *new (file) WatchedFile{{nullptr}, &state, nullptr};
    const int result = state.real->xOpen(state.real, path, self.real(), flags, out_flags);
    if (self.real()->pMethods != nullptr) {
        self.name = new std::string(name_in(path));
        self.base.pMethods = &our_methods();
    }
    return result;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    State& state = state_of(vfs);
    state.note({DiskEvent::Kind::Remove, name_in(path), 0, {}});
    return state.real->xDelete(state.real, path, sync_folder);
}

} // namespace

RecordingVfs::RecordingVfs() : state_(std::make_unique<State>()) {
    state_->real = sqlite3_vfs_find(nullptr);
    state_->vfs = *state_->real;
    state_->vfs.pNext = nullptr;
    state_->vfs.zName = "recording";
    state_->vfs.pAppData = state_.get();
    state_->vfs.szOsFile = static_cast<int>(sizeof(WatchedFile)) + state_->real->szOsFile;
    state_->vfs.xOpen = open_file;
    state_->vfs.xDelete = remove_file;
    if (sqlite3_vfs_register(&state_->vfs, 1) != SQLITE_OK) {
        throw std::runtime_error("SQLite takes no other way to files");
    }
}

RecordingVfs::~RecordingVfs() {
    sqlite3_vfs_unregister(&state_->vfs);
    sqlite3_vfs_register(state_->real, 1);
}

const std::vector<DiskEvent>& RecordingVfs::events() const {
    return state_->events;
}

void RecordingVfs::pause(bool paused) {
    state_->is_paused = paused;
}

void RecordingVfs::plan(DiskFault fault, std::size_t spared, std::string files) {
    const std::scoped_lock lock(state_->mutex);
    state_->fault = fault;
    state_->spared = spared;
    state_->faulty_files = std::move(files);
    state_->has_struck = false;
}

void RecordingVfs::heal() {
    const std::scoped_lock lock(state_->mutex);
    state_->fault.reset();
}

bool RecordingVfs::has_struck() const {
    const std::scoped_lock lock(state_->mutex);
    return state_->has_struck;
}

} // namespace madoguchi::test
