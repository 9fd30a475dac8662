#include "eligibility/model/session_binding.hpp"

#include "eligibility/text/utf8.hpp"
#include "hal/base/contract.hpp"

#include <algorithm>
#include <array>
#include <functional>

namespace madoguchi::eligibility {

namespace {

// The service's clock need not be ours.
constexpr std::chrono::minutes clock_tolerance{5};

bool echoes_question(const SearchEcho& echo, const EligibilityRequest& request) {
    return echo.insurance.insurer_number == request.insurance.insurer_number &&
           echo.insurance.number == request.insurance.number &&
           (!echo.birth_date || *echo.birth_date == request.birth_date);
}

std::u32string without_width_and_spaces(const std::string& text) {
    std::u32string plain = text::nfkc_code_points(text);
    std::erase(plain, U' ');
    return plain;
}

// Without the difference of hiragana and katakana, too.
std::u32string plain_kana(const std::string& kana) {
    std::u32string plain = without_width_and_spaces(kana);
    for (char32_t& point : plain) {
        if (point >= U'\u3041' && point <= U'\u3096') {
            point += U'\u30A1' - U'\u3041';
        }
    }
    return plain;
}

bool is_same_name(const std::string& one, const std::string& other) {
    return !one.empty() && without_width_and_spaces(one) == without_width_and_spaces(other);
}

// The same file comes with the same bytes; that other bytes share a digest by chance would make a
// patient wait for the desk and never show a wrong answer.
std::uint64_t digest(ByteView file) {
    return std::hash<std::string>{}(as_text(file));
}

} // namespace

bool answers(const EligibilityRequest& request, const EligibilityAnswer& answer) {
    return answer.session_id == request.session_id &&
           (!answer.confirmation_date || *answer.confirmation_date == request.date) &&
           (!answer.search_echo || echoes_question(*answer.search_echo, request));
}

std::string_view name_of(Fit fit) noexcept {
    constexpr std::array<std::string_view, fit_count> names{"ours",    "early",     "late",
                                                            "foreign", "duplicate", "undecided"};
    return names[static_cast<std::size_t>(fit)];
}

void SessionBinding::arm(SessionExpectation expectation) {
    MADOGUCHI_EXPECTS(expectation.armed_at < expectation.deadline);
    MADOGUCHI_EXPECTS(expectation.holder.birth_date.has_value());
    expectation_ = std::move(expectation);
}

void SessionBinding::close() {
    if (expectation_) {
        expectation_->deadline = CivilTime::min();
    }
}

Fit SessionBinding::judge(const EligibilityAnswer& answer, ByteView file, CivilTime arrived_at) {
    if (served_.contains(digest(file))) {
        return Fit::Duplicate;
    }
    if (!expectation_) {
        return Fit::Foreign; // nobody is waited for
    }
    if (arrived_at < expectation_->armed_at ||
        (answer.processed_at && *answer.processed_at + clock_tolerance < expectation_->armed_at)) {
        return Fit::Early;
    }
    if (arrived_at > expectation_->deadline) {
        return Fit::Late;
    }
    const Fit fit = judge_content(answer);
    if (fit == Fit::Ours) {
        served_.insert(digest(file));
        disarm(); // a second answer, however alike, is nobody's
    }
    return fit;
}

Fit SessionBinding::judge_content(const EligibilityAnswer& answer) const {
    const SessionExpectation& expected = *expectation_;
    if ((!expected.session_id.empty() && answer.session_id != expected.session_id) ||
        (!answer.facility_code.empty() && answer.facility_code != expected.facility_code)) {
        return Fit::Foreign;
    }
    if (answer.persons.empty()) {
        // Nothing in it tells whose it is; only an identifier of ours does.
        return expected.session_id.empty() ? Fit::Undecided : Fit::Ours;
    }
    bool is_named = true;
    for (const PersonRecord& person : answer.persons) {
        if (person.birth_date && person.birth_date != expected.holder.birth_date) {
            return Fit::Foreign;
        }
        const bool both_kana = !person.kana.empty() && !expected.holder.kana.empty();
        if (both_kana && plain_kana(person.kana) != plain_kana(expected.holder.kana)) {
            return Fit::Foreign;
        }
        if (!expected.reference_number.empty() && !person.reference_number.empty() &&
            person.reference_number != expected.reference_number) {
            return Fit::Foreign;
        }
        is_named = is_named && person.birth_date &&
                   (both_kana || is_same_name(person.name, expected.holder.name));
    }
    return is_named || !expected.session_id.empty() ? Fit::Ours : Fit::Undecided;
}

} // namespace madoguchi::eligibility
