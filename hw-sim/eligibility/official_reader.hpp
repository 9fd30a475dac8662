// An official reader (顔認証付きカードリーダー) beside the terminal, as far as others see it: when
// somebody has used it, a face file lies in a folder, unasked.
#pragma once

#include "hal/base/clock.hpp"
#include "hal/base/result.hpp"
#include "hw-sim/eligibility/insured_register.hpp"

#include <chrono>
#include <filesystem>
#include <string_view>

namespace madoguchi::sim {

class OfficialReader {
public:
    // Makes the folder where it is missing. clock outlives the reader. Errors: StorageFailed.
    [[nodiscard]] static Result<OfficialReader> open(std::filesystem::path folder,
                                                     InsuredRegister people, const Clock& clock);

    // That persona used it so long ago, and the file comes now. Errors: ValueInvalid (nobody of
    // that id), StorageFailed.
    [[nodiscard]] Result<void> serve(std::string_view persona,
                                     std::chrono::minutes ago = std::chrono::minutes(0));
    // The last file comes once more, under another name. Errors: ValueInvalid (there was none),
    // StorageFailed.
    [[nodiscard]] Result<void> repeat();

private:
    OfficialReader(std::filesystem::path folder, InsuredRegister people, const Clock& clock)
        : folder_(std::move(folder)), people_(std::move(people)), clock_(&clock) {}

    [[nodiscard]] Result<void> leave();

    std::filesystem::path folder_;
    InsuredRegister people_;
    const Clock* clock_;
    Bytes last_file_;
    unsigned files_ = 0;
};

} // namespace madoguchi::sim
