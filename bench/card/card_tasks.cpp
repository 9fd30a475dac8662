#include "bench/card/card_tasks.hpp"

#include "hal/base/clock.hpp"
#include "hw-sim/card/certificate_profile.hpp"
#include "jpki/reception/read_basic_four.hpp"
#include "jpki/reception/read_with_number_b.hpp"

namespace madoguchi::bench {

namespace {

Deadline soon() {
    return Deadline::after(std::chrono::seconds(60));
}

// A day on which the persona's certificates are valid.
class DayOfIssue final : public Clock {
public:
    explicit DayOfIssue(const sim::Persona& persona)
        : day_(std::chrono::sys_days(sim::certificate_issue_date(persona)) + std::chrono::days(1)) {
    }
    [[nodiscard]] MonotonicTime monotonic_now() const override {
        return std::chrono::steady_clock::now();
    }
    [[nodiscard]] CivilTime civil_now() const override { return day_; }

private:
    CivilTime day_;
};

Result<jpki::VerificationNumberB> number_b_of(const sim::Persona& persona) {
    const std::string digits = persona.verification_number_b();
    return jpki::VerificationNumberB::from_digits(
        SecretBytes::taking(Bytes(digits.begin(), digits.end())));
}

Result<void> read_certificate(hal::Transaction& transaction) {
    jpki::CardSession session(transaction, nullptr);
    auto application = MADOGUCHI_TRY(
        jpki::JpkiApplication::select(session, jpki::current_card.public_key_service, soon()));
    MADOGUCHI_TRY(application.read_user_authentication_certificate(soon()));
    return {};
}

Result<void> ask_counters(hal::Transaction& transaction) {
    jpki::CardSession session(transaction, nullptr);
    auto key_service = MADOGUCHI_TRY(
        jpki::JpkiApplication::select(session, jpki::current_card.public_key_service, soon()));
    MADOGUCHI_TRY(key_service.pin_counter(soon()));
    auto input_support = MADOGUCHI_TRY(
        jpki::InputSupportApplication::select(session, *jpki::current_card.input_support, soon()));
    MADOGUCHI_TRY(input_support.pin_counter(soon()));
    MADOGUCHI_TRY(input_support.number_b_counter(soon()));
    auto surface = MADOGUCHI_TRY(
        jpki::SurfaceApplication::select(session, *jpki::current_card.surface, soon()));
    MADOGUCHI_TRY(surface.number_b_counter(soon()));
    return {};
}

template <typename Wanted, typename Outcome>
Result<void> insist(const Outcome& outcome) {
    if (!std::holds_alternative<Wanted>(outcome)) {
        return fail(ErrorCode::Internal, "the simulated card did not pass its own checks");
    }
    return {};
}

Result<void> read_basic_four(hal::Transaction& transaction, const Holder& holder) {
    auto card = MADOGUCHI_TRY(jpki::MynaCard::require(transaction, nullptr, soon()));
    auto number = MADOGUCHI_TRY(number_b_of(holder.persona));
    const auto outcome = MADOGUCHI_TRY(jpki::read_basic_four_with_number_b(
        card, std::move(number), holder.anchors, DayOfIssue(holder.persona), soon()));
    return insist<jpki::BasicFourReading>(outcome);
}

Result<void> receive(hal::Transaction& transaction, const Holder& holder) {
    auto card = MADOGUCHI_TRY(jpki::MynaCard::require(transaction, nullptr, soon()));
    auto number = MADOGUCHI_TRY(number_b_of(holder.persona));
    const auto outcome = MADOGUCHI_TRY(jpki::read_with_number_b(
        card, std::move(number), holder.anchors, DayOfIssue(holder.persona), soon()));
    return insist<jpki::ReceptionReading>(outcome);
}

Result<void> run(CardTask task, hal::Transaction& transaction, const Holder& holder) {
    switch (task) {
    case CardTask::AuthenticationCertificate:
        return read_certificate(transaction);
    case CardTask::PinStatus:
        return ask_counters(transaction);
    case CardTask::BasicFour:
        return read_basic_four(transaction, holder);
    case CardTask::FullReception:
        break;
    }
    return receive(transaction, holder);
}

} // namespace

std::string_view name_of(CardTask task) noexcept {
    switch (task) {
    case CardTask::AuthenticationCertificate:
        return "authentication certificate";
    case CardTask::PinStatus:
        return "pin status";
    case CardTask::BasicFour:
        return "basic four";
    case CardTask::FullReception:
        break;
    }
    return "full reception read";
}

Result<std::vector<sim::Exchange>> exchanges_of(CardTask task, const sim::CardContent& content,
                                                Lengths lengths, const Holder& holder) {
    MeasuredCard card(content, lengths);
    hal::Transaction transaction = card.begin();
    MADOGUCHI_TRY(run(task, transaction, holder));
    return card.exchanges();
}

} // namespace madoguchi::bench
