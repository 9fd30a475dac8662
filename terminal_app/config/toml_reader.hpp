// Reads keys out of a TOML table and remembers which were asked for, so that the rest can be
// refused as unknown.
#pragma once

#include "terminal_app/config/terminal_config.hpp"

#include <memory>
#include <optional>
#include <set>

namespace madoguchi::terminal {

// The whole of a settings file, at most 64 KiB.
[[nodiscard]] tl::expected<std::string, ConfigProblem>
read_settings(const std::filesystem::path& file);

class TomlReader {
public:
    [[nodiscard]] static tl::expected<TomlReader, ConfigProblem> parse(std::string_view text);
    ~TomlReader();
    TomlReader(const TomlReader&) = delete;
    TomlReader& operator=(const TomlReader&) = delete;
    TomlReader(TomlReader&& other) noexcept;
    TomlReader& operator=(TomlReader&& other) noexcept;

    // Keys are written "section.name". Nothing when the key is absent; a value of another type is
    // remembered as a problem.
    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view key, std::int64_t smallest,
                                                     std::int64_t largest);
    // Written with or without a point.
    [[nodiscard]] std::optional<double> real(std::string_view key, double smallest, double largest);
    [[nodiscard]] std::optional<bool> flag(std::string_view key);
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key);

    // Remembers a problem that the caller found; only the first one is kept.
    void report(ConfigProblem problem);

    // The first problem met, or the first key that nobody asked for.
    [[nodiscard]] std::optional<ConfigProblem> problem() const;

private:
    struct Document;
    explicit TomlReader(std::unique_ptr<Document> document);

    std::unique_ptr<Document> document_;
    std::set<std::string, std::less<>> known_keys_;
    std::optional<ConfigProblem> problem_;
};

} // namespace madoguchi::terminal
