#include "bench/face/reception.hpp"

#include "bench/face/process_use.hpp"
#include "face/match/match_session.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/service/face_service.hpp"

#include <thread>

namespace madoguchi::bench {

namespace {

using std::chrono::steady_clock;
using std::chrono_literals::operator""s;

constexpr std::chrono::microseconds frame_interval{33'333};
constexpr auto longest_decision = 20s;

double milliseconds_since(steady_clock::time_point moment) {
    return std::chrono::duration<double, std::milli>(steady_clock::now() - moment).count();
}

// The number of the newest frame, waiting where it was seen already.
std::uint64_t wait_for_frame(steady_clock::time_point began, std::uint64_t seen) {
    const auto newest = [&] {
        return 1 + static_cast<std::uint64_t>((steady_clock::now() - began) / frame_interval);
    };
    if (newest() == seen) {
        std::this_thread::sleep_until(began + seen * frame_interval);
    }
    return newest();
}

} // namespace

Result<Decision> decide(face::FaceEngine& engine, face::PixelDecoder& decoder,
                        const Patient& patient) {
    auto chip = MADOGUCHI_TRY(engine.read_chip_photo(decoder, patient.chip_photo));
    auto* chip_face = std::get_if<face::FaceTemplate>(&chip);
    if (chip_face == nullptr) {
        return fail(ErrorCode::FaceNotFound, "the persona's photo cannot be compared");
    }
    face::MatchSession session(engine, std::move(*chip_face));
    const auto began = steady_clock::now();
    int looked_at = 0;
    std::uint64_t seen = 0;
    std::optional<face::MatchDecision> decision;
    while (!decision && steady_clock::now() - began < longest_decision) {
        seen = wait_for_frame(began, seen);
        const Frame frame = as_frame(patient.frames[seen % patient.frames.size()], seen);
        decision = MADOGUCHI_TRY(session.feed(frame, steady_clock::now())).decision;
        ++looked_at;
    }
    return Decision{patient.id, milliseconds_since(began), looked_at,
                    decision ? *decision : session.conclude()};
}

Result<double> idle_share(const std::filesystem::path& models, std::chrono::milliseconds time) {
    const auto loaded = MADOGUCHI_TRY(face::ModelSet::load(models));
    auto engine = MADOGUCHI_TRY(face::FaceEngine::create(loaded, face::Population::Rendered));
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    const SystemClock clock;
    terminal::Board<SecretBytes> preview;
    const terminal::FaceService service({std::move(engine)}, nullptr, decoder, clock, preview,
                                        [](const terminal::Message&) {});
    std::this_thread::sleep_for(1s); // until all threads have settled
    const auto before = processor_time();
    std::this_thread::sleep_for(time);
    return (processor_time() - before) / std::chrono::duration<double>(time);
}

} // namespace madoguchi::bench
