// The other side of the shared folders, moved by hand: a thread that waits for the request and then
// does to the answer file what a test wants.
#pragma once

#include "eligibility/oqs/oqs_folder_link.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <functional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>

namespace madoguchi::test {

class ScriptedService {
public:
    enum class Trash { Present, Absent };

    explicit ScriptedService(Trash trash = Trash::Present);

    // play runs once, on a thread of its own, when our request is there, beside any that stood
    // there before; it gets the path where the answer belongs.
    using Play = std::function<void(const std::filesystem::path& answer)>;

    // Asks the sample request with that play on the other side.
    [[nodiscard]] Result<eligibility::EligibilityAnswer> ask(const Play& play,
                                                             std::chrono::milliseconds patience);

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return folder_.path(); }
    [[nodiscard]] std::size_t files_in(const char* part) const;

private:
    [[nodiscard]] std::set<std::string> requests() const; // names of their files
    // Until the question is over.
    void wait_and_play(const Play& play, const std::set<std::string>& others,
                       const std::stop_token& asked) const;

    TemporaryFolder folder_;
    eligibility::oqs::OqsFolderLink link_;
};

void write_file(const std::filesystem::path& path, std::string_view content);

} // namespace madoguchi::test
