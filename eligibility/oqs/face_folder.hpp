// Answers that come unasked: the files that the national face application leaves in a folder when
// somebody used an official reader, whoever that was. Each is held against the person at the desk;
// no file is moved, locked or deleted. Source: eligibility interface notes, sections 1 and 11.
#pragma once

#include "eligibility/model/session_binding.hpp"
#include "eligibility/oqs/folder_watch.hpp"
#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace madoguchi::eligibility::oqs {

// Since the start: how many face files turned out to be what.
struct FaceFileCounts {
    std::array<std::uint64_t, fit_count> by_fit{};
    std::uint64_t unreadable = 0;

    [[nodiscard]] std::uint64_t of(Fit fit) const { return by_fit[static_cast<std::size_t>(fit)]; }
    friend bool operator==(const FaceFileCounts&, const FaceFileCounts&) = default;
};

// One for a desk, session after session, so that no file serves twice. Not for use by two threads.
class FaceFolder {
public:
    // What lies in the folder now is of nobody who will come. clock outlives it.
    FaceFolder(std::filesystem::path folder, const Clock& clock);

    // Errors: LinkUnavailable (the folder cannot be reached).
    [[nodiscard]] Result<void> check() const;

    // A person is at the desk and proved. Contract: as SessionBinding::arm.
    void expect(SessionExpectation expectation);
    // Looks at what appears, until the deadline or until something did. Nobody's files are not
    // even parsed.
    void look(Deadline deadline);
    // The answer of the session at hand, once it came; it is given once.
    [[nodiscard]] std::optional<EligibilityAnswer> take();
    // It is not waited for any more: what comes is late.
    void close();
    // The session is over.
    void forget();

    [[nodiscard]] const FaceFileCounts& counts() const noexcept { return counts_; }

private:
    void judge(const AppearedFile& file);

    std::filesystem::path folder_;
    const Clock& clock_;
    FolderWatch watch_;
    SessionBinding binding_;
    std::optional<EligibilityAnswer> ours_;
    FaceFileCounts counts_;
};

} // namespace madoguchi::eligibility::oqs
