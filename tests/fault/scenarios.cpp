#include "jpki/reception/authenticate_with_pin.hpp"
#include "jpki/reception/change_pin.hpp"
#include "jpki/reception/examine_card.hpp"
#include "jpki/reception/read_basic_four.hpp"
#include "jpki/reception/read_with_number_b.hpp"
#include "jpki/trust/check_groups.hpp"
#include "tests/fault/conversation.hpp"
#include "tests/support/temporary_folder.hpp"

namespace madoguchi::test {

using namespace jpki;

namespace {

// Stands still, a day on which every card of the bench is valid.
class BenchClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override { return {}; }
    [[nodiscard]] CivilTime civil_now() const override {
        using namespace std::chrono_literals;
        return CivilTime(std::chrono::sys_days(2026y / 11 / 20));
    }
};

const BenchClock& bench_clock() {
    static const BenchClock clock;
    return clock;
}

const TrustAnchors& anchors() {
    static const TrustAnchors loaded = [] {
        const TemporaryFolder folder;
        if (!issuer().export_trust_anchors(folder.path())) {
            throw std::runtime_error("the simulated issuer cannot write its anchors");
        }
        return TrustAnchors::load(folder.path()).value();
    }();
    return loaded;
}

apdu::Pin pin_of(const std::string& digits) {
    return apdu::Pin::from_digits(SecretBytes(as_bytes(digits)), 4, 4).value();
}

VerificationNumberB number_b_of(const std::string& digits) {
    return VerificationNumberB::from_digits(SecretBytes(as_bytes(digits))).value();
}

using Part = std::pair<const std::string, std::string>;

Part certificate(const Verified<UserAuthenticationCertificate>& proved) {
    return {"certificate", to_hex(proved->der())};
}

Part basic_four(const Verified<BasicFourAttributes>& proved) {
    return {"basic four", std::string(proved->name.reveal()) + '|' +
                              std::string(proved->address.reveal()) + '|' +
                              to_iso(proved->birth_date) + '|' + std::string(code_of(proved->sex))};
}

// What a signature covers; expiry and code image are typed as unverified.
Part surface(const Verified<SurfaceRecord>& proved) {
    return {"surface", to_iso(proved->birth_date) + '|' + std::string(code_of(proved->sex)) + '|' +
                           to_hex(proved->name_image.reveal()) + '|' +
                           to_hex(proved->address_image.reveal()) + '|' +
                           to_hex(proved->photo.jpeg2000.reveal())};
}

// Any of the outcomes of the reception flows.
struct ReadingOf {
    Reading operator()(const NumberRejected& rejected) const {
        return {"rejected-" + std::to_string(rejected.tries_left.tries()), {}, {}};
    }
    Reading operator()(const NumberBlocked& /*blocked*/) const { return {"blocked", {}, {}}; }
    Reading operator()(const CardNotTrusted& /*refused*/) const { return {"not-trusted", {}, {}}; }
    Reading operator()(const PinAuthentication& done) const {
        return {"proved", {}, {certificate(done.certificate)}};
    }
    Reading operator()(const BasicFourReading& done) const {
        return {"proved", {}, {basic_four(done.basic_four)}};
    }
    Reading operator()(const ReceptionReading& done) const {
        return {
            "proved",
            {},
            {certificate(done.certificate), basic_four(done.basic_four), surface(done.surface)}};
    }
    Reading operator()(const ExaminedCard& seen) const {
        Reading reading{
            seen.verdict.passed_all(number_b_checks) ? "proved" : "not-trusted", {}, {}};
        const auto add = [&reading](const auto& examined, auto part_of) {
            if (examined.index() == 0) { // Verified
                reading.verified.insert(part_of(std::get<0>(examined)));
            }
        };
        add(seen.certificate, certificate);
        add(seen.basic_four, basic_four);
        add(seen.surface, surface);
        return reading;
    }
};

template <typename Outcome>
Result<Reading> reading_of(Result<Outcome> outcome) {
    if (!outcome) {
        return fail(outcome.error());
    }
    return std::visit(ReadingOf{}, *outcome);
}

std::string tries_in(const apdu::CounterReading& counter) {
    return std::to_string(counter.tries_left().tries()) + ' ';
}

Result<Reading> recognise(MynaCard& card, Deadline /*deadline*/) {
    const CardProfile& profile = card.profile();
    return Reading{"read",
                   {{"kind", std::string(name_of(profile.token.kind))},
                    {"model", profile.token.model},
                    {"card face", profile.may_have_card_face() ? "yes" : "no"}},
                   {}};
}

Result<Reading> pin_status(MynaCard& card, Deadline deadline) {
    std::string tries = tries_in(MADOGUCHI_TRY(authentication_pin_counter(card, deadline)));
    auto input_support = MADOGUCHI_TRY(card.select_input_support(deadline));
    tries += tries_in(MADOGUCHI_TRY(input_support.pin_counter(deadline)));
    tries += tries_in(MADOGUCHI_TRY(number_b_counter(card, deadline)));
    return Reading{"read", {{"tries", tries}}, {}};
}

// As `madoguchi card info`.
Result<Reading> card_info(MynaCard& card, Deadline deadline) {
    auto key_service = MADOGUCHI_TRY(card.select_jpki(deadline));
    const auto certificate =
        MADOGUCHI_TRY(key_service.read_user_authentication_certificate(deadline));
    auto common_card = MADOGUCHI_TRY(card.select_common_card(deadline));
    const CommonCardRecord record = MADOGUCHI_TRY(common_card.read_card_record(deadline));
    return Reading{"read",
                   {{"certificate", certificate.serial_number()},
                    {"serial", record.serial},
                    {"municipality", record.municipality_code},
                    {"expiry", to_iso(record.card_expiry)}},
                   {}};
}

Result<Reading> authenticate(MynaCard& card, const std::string& digits, Deadline deadline) {
    return reading_of(authenticate_with_pin(card, pin_of(digits), apdu::PinPolicy(), anchors(),
                                            bench_clock(), deadline));
}

Result<Reading> authenticate_rightly(MynaCard& card, Deadline deadline) {
    return authenticate(card, patient().pins.authentication, deadline);
}

Result<Reading> authenticate_wrongly(MynaCard& card, Deadline deadline) {
    return authenticate(card, "0000", deadline);
}

Result<Reading> receive(MynaCard& card, Deadline deadline) {
    return reading_of(read_with_number_b(card, number_b_of(patient().verification_number_b()),
                                         anchors(), bench_clock(), deadline));
}

// As the terminal: what needs no number is there before the number is.
Result<Reading> receive_after_reading_ahead(MynaCard& card, Deadline deadline) {
    static thread_local ReadingProgress progress; // outlives the card
    progress.forget();
    auto key_service = MADOGUCHI_TRY(card.select_jpki(deadline));
    MADOGUCHI_TRY(key_service.go_on_with(progress, bench_clock().monotonic_now(), deadline));
    MADOGUCHI_TRY(card.read_ahead_of_number(deadline));
    return receive(card, deadline);
}

Result<Reading> receive_wrongly(MynaCard& card, Deadline deadline) {
    return reading_of(read_with_number_b(card, number_b_of("00000000000000"), anchors(),
                                         bench_clock(), deadline));
}

Result<Reading> receive_with(MynaCard& card, const std::string& digits, Deadline deadline) {
    auto number = VerificationNumber::from_digits(SecretBytes(as_bytes(digits))).value();
    return reading_of(
        read_with_number_b(card, std::move(number), anchors(), bench_clock(), deadline));
}

Result<Reading> receive_next(MynaCard& card, Deadline deadline) {
    return receive_with(card, patient().verification_number_6(), deadline);
}

Result<Reading> receive_next_wrongly(MynaCard& card, Deadline deadline) {
    return receive_with(card, "000000", deadline);
}

Result<Reading> examine(MynaCard& card, Deadline deadline) {
    return reading_of(examine_card(card, number_b_of(patient().verification_number_b()), anchors(),
                                   bench_clock(), deadline));
}

Result<Reading> basic_four_with_number_b(MynaCard& card, Deadline deadline) {
    return reading_of(read_basic_four_with_number_b(
        card, number_b_of(patient().verification_number_b()), anchors(), bench_clock(), deadline));
}

Result<Reading> basic_four_with_pin(MynaCard& card, Deadline deadline) {
    return reading_of(read_basic_four_with_pin(card, pin_of(patient().pins.input_support),
                                               apdu::PinPolicy(), anchors(), bench_clock(),
                                               deadline));
}

struct ReadingOfChange {
    Reading operator()(apdu::PinChanged /*changed*/) const { return {"changed", {}, {}}; }
    Reading operator()(apdu::PinRejected rejected) const {
        return {"rejected-" + std::to_string(rejected.tries_left.tries()), {}, {}};
    }
    Reading operator()(apdu::PinBlocked /*blocked*/) const { return {"blocked", {}, {}}; }
    Reading operator()(apdu::PinChangeRefused /*refused*/) const { return {"refused", {}, {}}; }
    Reading operator()(const apdu::PinChangeUncertain& /*uncertain*/) const {
        return {"uncertain", {}, {}};
    }
};

Result<Reading> change_authentication_pin(MynaCard& card, Deadline deadline) {
    const std::string typed(new_pin);
    const auto outcome = MADOGUCHI_TRY(
        change_pin(card, ChangeablePin::Authentication, pin_of(patient().pins.authentication),
                   apdu::NewPin::typed_twice(pin_of(typed), pin_of(typed)).value(),
                   apdu::PinPolicy(), deadline));
    return std::visit(ReadingOfChange{}, outcome);
}

// Two wrong tries, so that one is left.
void leave_one_try(sim::VirtualCard& card) {
    const Bytes select_application{0x00, 0xA4, 0x04, 0x0C, 0x0A, 0xD3, 0x92, 0xF0,
                                   0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
    const Bytes select_pin{0x00, 0xA4, 0x02, 0x0C, 0x02, 0x00, 0x18};
    const Bytes wrong_pin{0x00, 0x20, 0x00, 0x80, 0x04, '0', '0', '0', '0'};
    for (const Bytes& command : {select_application, select_pin, wrong_pin, wrong_pin}) {
        static_cast<void>(card.transmit(command));
    }
    card.forget_observations();
}

} // namespace

const std::vector<Scenario>& all_scenarios() {
    constexpr bool at_floor = true;
    constexpr bool extended = true;
    constexpr std::string_view next = "next-generation";
    static const std::vector<Scenario> all{
        {"recognise", 0, false, extended, 0, false, {}, recognise},
        {"pin_status", 0, false, extended, 0, false, {}, pin_status},
        {"card_info", 0, false, extended, 0, false, {}, card_info},
        {"card_info_short", 0, false, !extended, 0, false, {}, card_info},
        {"authenticate_with_pin", 1, false, extended, 0, false, {}, authenticate_rightly},
        {"authenticate_with_pin_short", 1, false, !extended, 0, false, {}, authenticate_rightly},
        {"authenticate_with_wrong_pin", 1, false, extended, 0, false, {}, authenticate_wrongly},
        {"authenticate_on_last_try", 1, at_floor, extended, 0, false, leave_one_try,
         authenticate_rightly},
        {"read_with_number_b", 2, false, extended, 0, false, {}, receive},
        {"read_with_number_b_short", 2, false, !extended, 0, false, {}, receive},
        {"read_after_reading_ahead", 2, false, extended, 0, false, {}, receive_after_reading_ahead},
        {"read_with_wrong_number_b", 1, false, extended, 0, false, {}, receive_wrongly},
        {"read_basic_four_with_number_b",
         1,
         false,
         extended,
         0,
         false,
         {},
         basic_four_with_number_b},
        {"read_basic_four_with_pin", 1, false, extended, 0, false, {}, basic_four_with_pin},
        {"read_basic_four_with_pin_short", 1, false, !extended, 0, false, {}, basic_four_with_pin},
        {"examine_card", 2, false, extended, 0, false, {}, examine},
        {"change_pin", 1, false, extended, 1, true, {}, change_authentication_pin},
        {"next_generation", 1, false, extended, 0, false, {}, receive_next, next},
        {"next_generation_wrong_number",
         1,
         false,
         extended,
         0,
         false,
         {},
         receive_next_wrongly,
         next},
        {"next_generation_pin", 1, false, extended, 0, false, {}, authenticate_rightly, next},
    };
    return all;
}

} // namespace madoguchi::test
