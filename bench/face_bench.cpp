// What each stage costs on a camera frame. The models are those of ./dev models; without them only
// the stages that need none are measured. Arguments of the program are Google Benchmark's.
#include "face/align/face_alignment.hpp"
#include "face/codec/codec_decoder.hpp"
#include "face/detect/yunet_detector.hpp"
#include "face/embed/reid0095_embedder.hpp"
#include "face/image/picture_decoder.hpp"
#include "face/models/model_set.hpp"
#include "face/quality/face_gates.hpp"

#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>

namespace {

using namespace madoguchi;

Bytes file_content(const char* path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

const face::Image& frame() {
    static face::CodecDecoder decoder;
    static const face::Image picture = // 640 x 480
        face::decode_picture(decoder, file_content(MADOGUCHI_PERSONAS "/p02/live_01.jpg")).value();
    return picture;
}

const Result<face::ModelSet>& models() {
    static const Result<face::ModelSet> loaded = face::ModelSet::load(MADOGUCHI_MODELS);
    return loaded;
}

// Where p02's face is in that picture, near enough for alignment and gates.
face::DetectedFace some_face() {
    face::DetectedFace face;
    face.box = {240, 120, 150, 192};
    face.landmarks = face::alignment_template();
    for (face::Point& point : face.landmarks) {
        point = {240 + point.x * 1.4F, 100 + point.y * 1.4F};
    }
    return face;
}

void load_models(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(face::ModelSet::load(MADOGUCHI_MODELS));
    }
}

void detect(benchmark::State& state) {
    if (!models()) {
        state.SkipWithError("models not found, run ./dev models");
        return;
    }
    const auto detector = face::make_yunet_detector(models()->detector()).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(detector->detect(frame().view()));
    }
}

void align(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(face::align_face(frame().view(), some_face().landmarks));
    }
}

void embed(benchmark::State& state) {
    if (!models()) {
        state.SkipWithError("models not found, run ./dev models");
        return;
    }
    const auto embedder = face::make_reid0095_embedder(
                              models()->embedder(), models()->mean_of(face::Population::Rendered))
                              .value();
    const auto aligned = face::align_face(frame().view(), some_face().landmarks).value();
    for (auto _ : state) {
        benchmark::DoNotOptimize(embedder->embed(aligned));
    }
}

void gates(benchmark::State& state) {
    const std::vector<face::DetectedFace> faces{some_face()};
    for (auto _ : state) {
        benchmark::DoNotOptimize(face::choose_face(frame().view(), faces));
    }
}

BENCHMARK(load_models)->Unit(benchmark::kMillisecond);
BENCHMARK(detect)->Unit(benchmark::kMillisecond);
BENCHMARK(gates)->Unit(benchmark::kMicrosecond);
BENCHMARK(align)->Unit(benchmark::kMicrosecond);
BENCHMARK(embed)->Unit(benchmark::kMillisecond);

} // namespace
