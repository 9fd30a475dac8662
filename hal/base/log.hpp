// The log. Only literals, numbers, names of ours and text marked as harmless can be written:
// strings that a card, person or file supplied do not convert, so personal data cannot get in by
// accident.
#pragma once

#include "hal/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

namespace madoguchi::log {

enum class Level : std::uint8_t { Debug, Info, Warning, Error };

// Text from outside that is known to hold no personal data: a reader's name, a configured path, a
// version. Made printable (hal/base/printable.hpp) and cut to 200 bytes.
class HarmlessText {
public:
    explicit HarmlessText(std::string_view text);
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string text_;
};

struct Field {
    StaticText name;
    std::variant<std::int64_t, bool, StaticText, HarmlessText> value;
};

// One line: time, level, event, name=value …
void write(Level level, StaticText event, std::initializer_list<Field> fields = {});

// Code, group, text, numbers and source place of an error, plus fields of the caller's.
void write_error(Level level, StaticText event, const Error& error);

// Default: from Info on.
void set_level(Level level);

// Default: standard error. A file is opened for appending and rotated at 4 MiB, three kept.
// Errors: StorageFailed when it cannot be opened; the log then stays where it was.
[[nodiscard]] Result<void> use_file(const std::filesystem::path& path);

} // namespace madoguchi::log
