// The service's side of the shared folders: takes request files, leaves answer files.
#pragma once

#include "hal/base/bytes.hpp"
#include "hal/base/result.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi::sim {

struct TakenRequest {
    std::string free_part; // of the file's name; the answer's name has the same
    std::string content;
};

// The file appears whole; one of that name is replaced. Errors: StorageFailed.
[[nodiscard]] Result<void> leave_file(const std::filesystem::path& folder, const std::string& name,
                                      ByteView content);

class ServiceFiles {
public:
    // Makes folder with req, res, face and trash below it. Errors: StorageFailed.
    [[nodiscard]] static Result<ServiceFiles> open(std::filesystem::path folder);

    // Reads and removes all finished request files, oldest name first, at most 100 at a time.
    [[nodiscard]] std::vector<TakenRequest> take_requests() const;

    // The answer appears whole. Errors: StorageFailed.
    [[nodiscard]] Result<void> leave_answer(const std::string& free_part, ByteView content) const;

private:
    explicit ServiceFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_;
};

} // namespace madoguchi::sim
