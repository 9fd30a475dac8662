#include "tests/support/storage/power_cut.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <random>

namespace madoguchi::test {

namespace {

constexpr std::size_t sector = 512;

using Files = std::map<std::string, Bytes>;

void apply(Files& files, const DiskEvent& event, std::size_t bytes) {
    if (event.kind == DiskEvent::Kind::Remove) {
        files.erase(event.file);
        return;
    }
    if (event.kind == DiskEvent::Kind::Sync) {
        return;
    }
    Bytes& content = files[event.file];
    if (event.kind == DiskEvent::Kind::Truncate) {
        content.resize(std::min<std::size_t>(content.size(), event.offset));
        return;
    }
    content.resize(std::max<std::size_t>(content.size(), event.offset + bytes));
    std::copy_n(event.data.begin(), bytes,
                content.begin() + static_cast<std::ptrdiff_t>(event.offset));
}

// Whether the event was on the disk for certain when the power failed. Removals are: a folder
// keeps its order.
bool is_durable(const std::vector<DiskEvent>& events, std::size_t index, std::size_t count) {
    return events[index].kind == DiskEvent::Kind::Remove ||
           std::any_of(
               events.begin() + static_cast<std::ptrdiff_t>(index),
               events.begin() + static_cast<std::ptrdiff_t>(count), [&](const DiskEvent& later) {
                   return later.kind == DiskEvent::Kind::Sync && later.file == events[index].file;
               });
}

std::size_t torn(std::size_t size) {
    return size / 2 / sector * sector;
}

// How many bytes of an event that was not synced are there; nothing: it is not there at all.
std::optional<std::size_t> left_of(const DiskEvent& event, bool is_last, Unsynced unsynced,
                                   std::mt19937& chance) {
    const std::size_t whole = event.data.size();
    switch (unsynced) {
    case Unsynced::Kept:
        return whole;
    case Unsynced::Lost:
        return std::nullopt;
    case Unsynced::LastTorn:
        return is_last ? torn(whole) : whole;
    case Unsynced::Scattered:
        break;
    }
    switch (chance() % 3) {
    case 0:
        return whole;
    case 1:
        return event.kind == DiskEvent::Kind::Write ? torn(whole) : whole;
    default:
        return std::nullopt;
    }
}

} // namespace

std::string_view name_of(Unsynced unsynced) noexcept {
    constexpr std::array<std::string_view, all_unsynced.size()> names{"kept", "lost", "last torn",
                                                                      "scattered"};
    return names[static_cast<std::size_t>(unsynced)];
}

void build_disk(const std::filesystem::path& folder, const std::vector<DiskEvent>& events,
                std::size_t count, Unsynced unsynced) {
    Files files;
    std::mt19937 chance(static_cast<unsigned>(count));
    for (std::size_t index = 0; index < count; ++index) {
        const DiskEvent& event = events[index];
        const auto bytes = is_durable(events, index, count)
                               ? std::optional(event.data.size())
                               : left_of(event, index + 1 == count, unsynced, chance);
        if (bytes) {
            apply(files, event, *bytes);
        }
    }
    for (const auto& [name, content] : files) {
        std::ofstream file(folder / name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(content.data()),
                   static_cast<std::streamsize>(content.size()));
    }
}

} // namespace madoguchi::test
