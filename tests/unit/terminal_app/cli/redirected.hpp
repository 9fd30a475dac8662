// A card command run in process, with what is typed to it and what it says.
#pragma once

#include "tests/support/temporary_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace madoguchi::test {

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Standard input, output and error are files as long as this lives.
class Redirected {
public:
    Redirected(const std::filesystem::path& folder, const std::string& typed) {
        std::ofstream(folder / "0") << typed;
        std::fflush(nullptr);
        for (int stream = 0; stream < 3; ++stream) {
            const auto file = folder / std::to_string(stream);
            const int opened = ::open(file.c_str(), O_RDWR | O_CREAT, 0600);
            before_[static_cast<std::size_t>(stream)] = ::dup(stream);
            ::dup2(opened, stream);
            ::close(opened);
        }
    }
    ~Redirected() {
        std::fflush(nullptr);
        for (int stream = 0; stream < 3; ++stream) {
            ::dup2(before_[static_cast<std::size_t>(stream)], stream);
            ::close(before_[static_cast<std::size_t>(stream)]);
        }
    }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;

private:
    std::array<int, 3> before_{};
};

struct Said {
    int status;
    std::string output;
    std::string errors;
};

template <typename Command>
Said said_by(const std::string& typed, Command command) {
    const TemporaryFolder folder;
    int status = -1;
    {
        const Redirected redirected(folder.path(), typed);
        status = command();
    }
    return {status, content_of(folder.path() / "1"), content_of(folder.path() / "2")};
}

} // namespace madoguchi::test
