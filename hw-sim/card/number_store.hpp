// The part of a card that changes: tries left, and numbers that were changed. Survives power-off.
#pragma once

#include "hal/base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace madoguchi::sim {

struct NumberState {
    std::uint8_t tries_left = 0;
    std::optional<std::string> changed_value; // absent while the number is as issued

    bool operator==(const NumberState&) const = default;
};

class NumberStore {
public:
    virtual ~NumberStore() = default;

    // Nothing when the number is as issued.
    [[nodiscard]] virtual std::optional<NumberState> find(const std::string& name) const = 0;
    // Errors: StorageFailed; the old state then still holds.
    [[nodiscard]] virtual Result<void> keep(const std::string& name, const NumberState& state) = 0;
};

class MemoryNumberStore final : public NumberStore {
public:
    [[nodiscard]] std::optional<NumberState> find(const std::string& name) const override;
    [[nodiscard]] Result<void> keep(const std::string& name, const NumberState& state) override;

private:
    std::map<std::string, NumberState> states_;
};

// One JSON file, replaced as a whole at each change. Numbers as issued are not written, only their
// counters.
class FileNumberStore final : public NumberStore {
public:
    // A missing file is a new card. Errors: FileUnreadable, SyntaxInvalid.
    [[nodiscard]] static Result<FileNumberStore> open(std::filesystem::path file);

    [[nodiscard]] std::optional<NumberState> find(const std::string& name) const override;
    [[nodiscard]] Result<void> keep(const std::string& name, const NumberState& state) override;

private:
    explicit FileNumberStore(std::filesystem::path file) : file_(std::move(file)) {}

    std::filesystem::path file_;
    std::map<std::string, NumberState> states_;
};

} // namespace madoguchi::sim
