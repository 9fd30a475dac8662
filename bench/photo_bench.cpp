// What the sandbox costs: a card's photo (grey, 192 x 240, 3 kB) decoded in this process, in a
// process that waits for it, and in one that is started for it; and from its bytes to a template.
// The models are those of ./dev models. Arguments of the program are Google Benchmark's.
#include "face/codec/codec_decoder.hpp"
#include "face/evaluate/chip_degradation.hpp"
#include "face/image/picture_decoder.hpp"
#include "face/match/face_engine.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

namespace {

using namespace madoguchi;
using std::chrono_literals::operator""ms;

Bytes file_content(const char* path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Cut from p02's portrait, where the face is known.
const Bytes& photo() {
    static const Bytes file = [] {
        face::CodecDecoder decoder;
        const auto portrait =
            face::decode_picture(decoder, file_content(MADOGUCHI_PERSONAS "/p02/chip.png")).value();
        const auto width = static_cast<float>(portrait.width());
        const auto height = static_cast<float>(portrait.height());
        return face::as_chip_photo(portrait.view(),
                                   {width * 0.3F, height * 0.25F, width * 0.4F, height * 0.4F},
                                   3000)
            .value();
    }();
    return file;
}

// As at the desk: between two photos a process is made ready again.
void let_it_get_ready() {
    std::this_thread::sleep_for(30ms);
}

template <typename Work>
void measure(benchmark::State& state, Work work) {
    for (auto _ : state) {
        let_it_get_ready();
        const auto began = std::chrono::steady_clock::now();
        if (!work()) {
            state.SkipWithError("the photo was not decoded");
            return;
        }
        state.SetIterationTime(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
    }
}

void decode_in_process(benchmark::State& state) {
    face::CodecDecoder decoder;
    measure(state, [&] { return face::decode_jpeg2000(decoder, photo()).has_value(); });
}

void decode_in_waiting_process(benchmark::State& state) {
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    measure(state, [&] { return face::decode_jpeg2000(decoder, photo()).has_value(); });
}

void decode_in_new_process(benchmark::State& state) {
    measure(state, [&] {
        face::SandboxedDecoder decoder(face::portrait_sandbox());
        return face::decode_jpeg2000(decoder, photo()).has_value();
    });
}

void photo_to_template(benchmark::State& state) {
    const auto models = face::ModelSet::load(MADOGUCHI_MODELS);
    if (!models) {
        state.SkipWithError("models not found, run ./dev models");
        return;
    }
    auto engine = face::FaceEngine::create(*models, face::Population::Rendered).value();
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    measure(state, [&] {
        const auto face = engine.read_chip_photo(decoder, photo());
        return face && std::holds_alternative<face::FaceTemplate>(*face);
    });
}

BENCHMARK(decode_in_process)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(100);
BENCHMARK(decode_in_waiting_process)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(100);
BENCHMARK(decode_in_new_process)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(100);
BENCHMARK(photo_to_template)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(100);

} // namespace
