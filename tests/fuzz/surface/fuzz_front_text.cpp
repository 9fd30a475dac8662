// Two lines of text, an expiry and a birth date or code, after a byte that says how many digits the
// ink shows: what is made of them can stand in a calendar, and no rule about them stumbles.
#include "surface/field/issue_rules.hpp"
#include "surface/reading/field_polls.hpp"
#include "tests/fuzz/require.hpp"

#include <string_view>

using namespace madoguchi;
using namespace madoguchi::surface;

namespace {

Characters characters(std::string_view text) {
    Characters result;
    for (const char byte : text) {
        if (result.empty() || (static_cast<unsigned char>(byte) & 0xC0U) != 0x80) {
            result.push_back({{}, 0.5F});
        }
        result.back().text += byte;
    }
    return result;
}

template <typename Poll>
void read_four_times(Poll& poll, const Characters& text) {
    for (int reading = 0; reading < 2; ++reading) {
        poll.add(text, Source::JapaneseLine);
        poll.add(text, Source::DigitsApart);
    }
}

constexpr DigitCounts counts_of(std::uint8_t byte) {
    return {1 + (byte & 1), 1 + (byte >> 1 & 1), 1 + (byte >> 2 & 1)};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t end = std::min(text.find('\n'), text.size());
    const Characters first = characters(text.substr(0, end));
    const Characters second = characters(text.substr(std::min(end + 1, text.size())));
    const DigitCounts counts = counts_of(data[0]);

    ExpiryPoll expiry(counts);
    read_four_times(expiry, first);
    BirthDatePoll birth(counts, expiry.winner());
    read_four_times(birth, second);
    CodePoll code;
    read_four_times(code, second);
    require(!expiry.winner() || calendar_day(expiry.winner()->value).has_value());
    require(!birth.winner() || calendar_day(birth.winner()->value).has_value());
    require(!code.winner() || second.size() == code.winner()->value.size());
    if (expiry.winner() && birth.winner()) {
        const CivilDate today{std::chrono::year(2026), std::chrono::month(11),
                              std::chrono::day(20)};
        const auto verdict = check_dates(birth.winner()->value, expiry.winner()->value, today);
        require(verdict != DateVerdict::NotOnBirthday);
    }
    return 0;
}
