// What is done before the card is proved, its photo prepared and the person looked at: it saves
// time and decides nothing.
#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/service/face_service.hpp"
#include "tests/unit/face/real_networks/real_engine.hpp"
#include "tests/unit/terminal_app/reception/face_desk.hpp"

#include <catch2/catch.hpp>

#include <future>

using namespace madoguchi;
using namespace madoguchi::terminal;
using namespace madoguchi::test;
using std::chrono_literals::operator""s;

namespace {

constexpr SessionId session{1};

Deadline soon() {
    return Deadline::after(10s);
}

// What a reception reads from the person's card.
SharedCardData data_of(const std::string& id) {
    const TemporaryFolder folder;
    REQUIRE(issuer().export_trust_anchors(folder.path()).has_value());
    const auto anchors = jpki::TrustAnchors::load(folder.path()).value();
    sim::InProcessReader reader;
    reader.insert(card_of(id));
    hal::Transaction transaction = reader.open(reader.name()).value()->begin(soon()).value();
    auto card = jpki::MynaCard::require(transaction, nullptr, soon()).value();
    const std::string digits = test::persona(id).verification_number_b();
    auto outcome = jpki::read_with_number_b(
        card, jpki::VerificationNumberB::from_digits(SecretBytes(as_bytes(digits))).value(),
        anchors, SystemClock(), soon());
    return std::make_shared<const CardData>(
        std::get<jpki::ReceptionReading>(std::move(outcome).value()));
}

SecretBytes photo_of(const std::string& id) {
    return SecretBytes(data_of(id)->photo()->jpeg2000.reveal());
}

// How the match ended, which the service tells on a thread of its own.
class MatchEnd {
public:
    [[nodiscard]] Post post() {
        return [this](const Message& message) {
            const auto* report = std::get_if<Report>(&message);
            if (report != nullptr && !std::holds_alternative<event::FaceSeen>(report->event)) {
                end_.set_value(report->event);
            }
        };
    }
    [[nodiscard]] Event wait() {
        auto end = end_.get_future();
        REQUIRE(end.wait_for(60s) == std::future_status::ready);
        return end.get();
    }

private:
    std::promise<Event> end_;
};

} // namespace

TEST_CASE("a match is made with the proved photo, whatever photo was handed on before") {
    if (!models_are_there()) {
        return;
    }
    struct Case {
        const char* handed_on;
        const char* proved;
        bool is_match; // of p02, who is before the camera
    };
    const std::vector<Case> cases{
        {"p02", "p02", true},
        {"p05", "p02", true},
        {"p02", "p05", false},
    };
    for (const Case& one : cases) {
        INFO(one.handed_on << " handed on, " << one.proved << " proved");
        ScriptedCamera camera(person("p02"));
        face::SandboxedDecoder decoder(face::portrait_sandbox());
        const SystemClock clock;
        Board<SecretBytes> preview;
        MatchEnd end;
        FaceSettings settings{std::move(*make_real_engine())};
        settings.policy.time = 30s;
        FaceService faces(std::move(settings), &camera, decoder, clock, preview, end.post());
        faces.prepare(session, photo_of(one.handed_on));
        REQUIRE(faces.match(session, data_of(one.proved)));
        const Event ended = end.wait();
        CHECK(std::holds_alternative<event::FaceMatched>(ended) == one.is_match);
        const auto* failed = std::get_if<event::WayFailed>(&ended);
        CHECK((failed != nullptr && failed->reason == FailureReason::FaceNotConfirmed) ==
              !one.is_match);
    }
}

TEST_CASE("whoever was looked at early is matched with the proved photo all the same") {
    if (!models_are_there()) {
        return;
    }
    struct Case {
        const char* before_camera;
        bool is_match; // with p02's card
    };
    for (const Case& one : {Case{"p02", true}, Case{"p05", false}}) {
        INFO(one.before_camera);
        ScriptedCamera camera(person(one.before_camera));
        face::SandboxedDecoder decoder(face::portrait_sandbox());
        const SystemClock clock;
        Board<SecretBytes> preview;
        MatchEnd end;
        FaceService faces(FaceSettings{std::move(*make_real_engine())}, &camera, decoder, clock,
                          preview, end.post());
        REQUIRE(faces.look_ahead(session));
        faces.prepare(session, photo_of("p02"));
        REQUIRE(faces.match(session, data_of("p02")));
        CHECK(std::holds_alternative<event::FaceMatched>(end.wait()) == one.is_match);
    }
}
