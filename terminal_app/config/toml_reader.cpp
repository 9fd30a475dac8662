#include "terminal_app/config/toml_reader.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <fstream>

namespace madoguchi::terminal {

tl::expected<std::string, ConfigProblem> read_settings(const std::filesystem::path& file) {
    constexpr std::size_t largest_file = 64U << 10U;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return tl::unexpected(
            ConfigProblem{"", "the file cannot be opened", "check its path and permission"});
    }
    std::string text(largest_file + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    if (text.size() > largest_file) {
        return tl::unexpected(ConfigProblem{"", "the file is larger than 64 KiB",
                                            "give the settings file, not another file"});
    }
    return text;
}

struct TomlReader::Document {
    toml::table table;
};

TomlReader::TomlReader(std::unique_ptr<Document> document) : document_(std::move(document)) {
}
TomlReader::~TomlReader() = default;
TomlReader::TomlReader(TomlReader&& other) noexcept = default;
TomlReader& TomlReader::operator=(TomlReader&& other) noexcept = default;

tl::expected<TomlReader, ConfigProblem> TomlReader::parse(std::string_view text) {
    try {
        return TomlReader(std::make_unique<Document>(Document{toml::parse(text)}));
    } catch (const toml::parse_error& error) {
        return tl::unexpected(ConfigProblem{
            "",
            fmt::format("line {} is not TOML: {}", error.source().begin.line, error.description()),
            "correct this line; packaging/terminal.example.toml shows the form"});
    }
}

std::optional<std::string> TomlReader::text(std::string_view key) {
    known_keys_.emplace(key);
    const auto node = document_->table.at_path(key);
    if (!node) {
        return std::nullopt;
    }
    const auto* const value = node.as_string();
    if (value == nullptr) {
        report({std::string(key), "its value is not a text", "put it in quotation marks"});
        return std::nullopt;
    }
    return value->get();
}

std::optional<std::int64_t> TomlReader::number(std::string_view key, std::int64_t smallest,
                                               std::int64_t largest) {
    known_keys_.emplace(key);
    const auto node = document_->table.at_path(key);
    if (!node) {
        return std::nullopt;
    }
    const auto* const value = node.as_integer();
    if (value == nullptr || value->get() < smallest || value->get() > largest) {
        report({std::string(key), "its value is not a whole number in the allowed range",
                fmt::format("give a number from {} to {}, without quotation marks", smallest,
                            largest)});
        return std::nullopt;
    }
    return value->get();
}

std::optional<double> TomlReader::real(std::string_view key, double smallest, double largest) {
    known_keys_.emplace(key);
    const auto node = document_->table.at_path(key);
    if (!node) {
        return std::nullopt;
    }
    const auto value = node.value<double>();
    const bool is_number = node.is_floating_point() || node.is_integer();
    if (!is_number || !value || !(*value >= smallest && *value <= largest)) {
        report({std::string(key), "its value is not a number in the allowed range",
                fmt::format("give a number from {} to {}, without quotation marks", smallest,
                            largest)});
        return std::nullopt;
    }
    return value;
}

std::optional<bool> TomlReader::flag(std::string_view key) {
    known_keys_.emplace(key);
    const auto node = document_->table.at_path(key);
    if (!node) {
        return std::nullopt;
    }
    const auto* const value = node.as_boolean();
    if (value == nullptr) {
        report({std::string(key), "its value is neither true nor false",
                "write true or false, without quotation marks"});
        return std::nullopt;
    }
    return value->get();
}

std::optional<std::vector<std::string>> TomlReader::texts(std::string_view key) {
    known_keys_.emplace(key);
    const auto node = document_->table.at_path(key);
    if (!node) {
        return std::nullopt;
    }
    const auto* const values = node.as_array();
    if (values == nullptr || (!values->empty() && !values->is_homogeneous<std::string>())) {
        report({std::string(key), "its value is not a list of texts", "write [\"…\", \"…\"]"});
        return std::nullopt;
    }
    std::vector<std::string> out;
    for (const toml::node& value : *values) {
        out.push_back(value.as_string()->get());
    }
    return out;
}

void TomlReader::report(ConfigProblem problem) {
    if (!problem_) {
        problem_ = std::move(problem);
    }
}

std::optional<ConfigProblem> TomlReader::problem() const {
    if (problem_) {
        return problem_;
    }
    for (const auto& [section, node] : document_->table) {
        const auto* const table = node.as_table();
        if (table == nullptr) {
            return ConfigProblem{std::string(section.str()), "this key is outside any section",
                                 "put it under its [section], or remove it"};
        }
        for (const auto& [name, ignored] : *table) {
            const std::string key = fmt::format("{}.{}", section.str(), name.str());
            if (!known_keys_.contains(key)) {
                return ConfigProblem{key, "this key is not known",
                                     "correct its spelling or remove it; "
                                     "packaging/terminal.example.toml shows every key"};
            }
        }
    }
    return std::nullopt;
}

} // namespace madoguchi::terminal
