// A receipt computer (レセコン) in small: takes hand-over files out of its folder and accepts them
// or bounces them, as the checks of a claim do. Source: eligibility interface notes, section 10.
#pragma once

#include "hal/base/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::sim {

struct HandOverVerdict {
    std::string file;   // its name
    std::string reason; // empty: accepted

    [[nodiscard]] bool is_accepted() const noexcept { return reason.empty(); }
};

// The claim's view of one file: XML in its declared encoding, one person at least, with insurer
// number, number, name and birth date, and every character of name and address in JIS X 0208.
// Gives the reason to bounce it, or nothing. It never says a value.
[[nodiscard]] std::string reason_to_bounce(std::string_view file);

class ReceiptComputer {
public:
    // The folder must exist; "taken" is made below it. Errors: StorageFailed.
    [[nodiscard]] static Result<ReceiptComputer> open(std::filesystem::path folder);

    // Takes every face file that lies there, oldest name first, at most 100, into "taken".
    [[nodiscard]] std::vector<HandOverVerdict> work() const;

private:
    explicit ReceiptComputer(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path folder_;
};

} // namespace madoguchi::sim
