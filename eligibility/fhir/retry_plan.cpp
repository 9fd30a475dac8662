#include "eligibility/fhir/retry_plan.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace madoguchi::eligibility::fhir {

bool may_pass_by_itself(int status) noexcept {
    constexpr std::array passing{408, 425, 429, 500, 502, 503, 504};
    return std::find(passing.begin(), passing.end(), status) != passing.end();
}

std::optional<std::chrono::seconds> parse_retry_after(std::string_view text) {
    std::uint32_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return std::chrono::seconds(seconds);
}

std::optional<std::chrono::milliseconds>
wait_before_retry(int attempt, std::optional<std::chrono::seconds> retry_after,
                  std::chrono::milliseconds remaining, double chance) {
    using std::chrono::milliseconds;
    constexpr milliseconds first{200};
    if (attempt >= most_attempts) {
        return std::nullopt;
    }
    const auto longest = first * (1 << (attempt - 1));
    const auto spread =
        static_cast<milliseconds::rep>(static_cast<double>(longest.count()) * (0.5 + chance / 2));
    const milliseconds wait =
        std::max<milliseconds>(milliseconds(spread), retry_after.value_or(std::chrono::seconds(0)));
    return wait < remaining ? std::optional(wait) : std::nullopt;
}

} // namespace madoguchi::eligibility::fhir
