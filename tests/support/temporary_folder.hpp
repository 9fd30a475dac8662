// A folder that exists as long as the object, for tests that need files.
#pragma once

#include <stdlib.h> // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX

#include <filesystem>
#include <stdexcept>
#include <string>

namespace madoguchi::test {

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string form =
            (std::filesystem::temp_directory_path() / "madoguchi-test-XXXXXX").string();
        if (::mkdtemp(form.data()) == nullptr) {
            throw std::runtime_error("no temporary folder can be made");
        }
        path_ = form;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace madoguchi::test
