#include "terminal_app/service/unasked_answers.hpp"

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;

constexpr auto between_looks_elsewhere = 200ms;
constexpr auto time_to_settle = 500ms;           // of a file that was just written: two looks
constexpr std::chrono::hours longest_session{1}; // the reception ends it long before

} // namespace

UnaskedAnswers::UnaskedAnswers(const UnaskedSettings& settings, std::string facility_code,
                               const Clock& clock, Post post)
    : folder_(settings.folder, clock), patience_(settings.patience),
      facility_code_(std::move(facility_code)), clock_(clock), post_(std::move(post)) {
}

void UnaskedAnswers::expect(const eligibility::BasicItems& card,
                            const eligibility::KnownPatient* chart) {
    if (!card.birth_date) {
        return; // no file could be held against it
    }
    eligibility::SessionExpectation expected;
    expected.facility_code = facility_code_;
    expected.holder = card;
    if (chart != nullptr) {
        expected.holder.kana = chart->items.kana; // a card has none
        expected.reference_number = chart->reference_number;
    }
    expected.armed_at = clock_.civil_now();
    expected.deadline = expected.armed_at + longest_session;
    folder_.expect(std::move(expected));
}

std::optional<eligibility::EligibilityAnswer>
UnaskedAnswers::wait(const std::function<bool()>& gives_way) {
    const Deadline deadline = Deadline::after(patience_);
    auto answer = folder_.take();
    while (!answer && !deadline.has_passed() && !gives_way()) {
        look(deadline.but_within(between_looks_elsewhere));
        answer = folder_.take();
    }
    folder_.close();
    return answer;
}

void UnaskedAnswers::forget() {
    folder_.close();
    look(Deadline::after(time_to_settle));
    folder_.forget();
}

void UnaskedAnswers::look(Deadline deadline) {
    folder_.look(deadline);
    if (folder_.counts() != told_) {
        told_ = folder_.counts();
        post_(FaceFileNews{told_});
    }
}

} // namespace madoguchi::terminal
