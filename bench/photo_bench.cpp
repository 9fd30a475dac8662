// What the sandbox costs: a card's photo (grey, 192 x 240, 3 kB) decoded in this process, in a
// process that waits for it, and in one that is started for it; and from its bytes to a template.
// The models are those of ./dev models. Arguments of the program are Google Benchmark's.
#include "face/codec/codec_decoder.hpp"
#include "face/evaluate/chip_degradation.hpp"
#include "face/image/picture_decoder.hpp"
#include "face/match/face_engine.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
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

Result<face::FaceEngine> make_engine() {
    const auto models = MADOGUCHI_TRY(face::ModelSet::load(MADOGUCHI_MODELS));
    return face::FaceEngine::create(models, face::Population::Rendered);
}

void photo_to_template(benchmark::State& state) {
    static auto engine = make_engine();
    if (!engine) {
        state.SkipWithError("models not found, run ./dev models");
        return;
    }
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    measure(state, [&] {
        const auto face = engine->read_chip_photo(decoder, photo());
        return face && std::holds_alternative<face::FaceTemplate>(*face);
    });
}

double least(const std::vector<double>& seconds) {
    return *std::min_element(seconds.begin(), seconds.end());
}

// One photo a repetition, so that the least is told too: on a busy machine it says most.
void as_at_the_desk(benchmark::internal::Benchmark* bench) {
    bench->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(1)
        ->Repetitions(100)
        ->ReportAggregatesOnly()
        ->ComputeStatistics("min", least);
}

BENCHMARK(decode_in_process)->Apply(as_at_the_desk);
BENCHMARK(decode_in_waiting_process)->Apply(as_at_the_desk);
BENCHMARK(decode_in_new_process)->Apply(as_at_the_desk);
BENCHMARK(photo_to_template)->Apply(as_at_the_desk);

} // namespace
