#include "bench/face/stages.hpp"

#include "bench/face/bare_network.hpp"
#include "face/align/face_alignment.hpp"
#include "face/detect/yunet_detector.hpp"
#include "face/embed/reid0095_embedder.hpp"
#include "face/image/opencv_internal.hpp"
#include "face/match/face_engine.hpp"
#include "face/quality/face_gates.hpp"
#include "hal/base/contract.hpp"

namespace madoguchi::bench {

namespace {

constexpr int rounds = 60;

struct Bare {
    BareNetwork detector;
    BareNetwork embedder;
    cv::Mat frame;
    cv::Mat aligned;

    void detect() { detector.run(frame); }
    void embed() { // the face and its mirror image
        embedder.run(aligned);
        embedder.run(aligned);
    }
};

// The timed work gives something or ends the program: a failing stage must not look fast.
template <typename Value>
void must(const Result<Value>& result) {
    MADOGUCHI_ENSURES(result.has_value());
}

Stage alone(std::string_view name, const Work& work) {
    return {name, 0, time_of(rounds, work), {}, {}};
}

Stage beside(std::string_view name, const Work& ours, const Work& bare) {
    const PairedTiming timing = time_pair(rounds, ours, bare);
    return {name, 0, timing.ours, timing.bare, timing.ratio};
}

} // namespace

Result<std::vector<Stage>> measure_stages(const face::ModelSet& models, const Patient& patient,
                                          int threads) {
    MADOGUCHI_EXPECTS(threads > 0);
    cv::setNumThreads(threads);
    const face::ImageView frame = patient.frames.front().view();
    const auto detector = MADOGUCHI_TRY(face::make_yunet_detector(models.detector()));
    const auto embedder = MADOGUCHI_TRY(face::make_reid0095_embedder(
        models.embedder(), models.mean_of(face::Population::Rendered)));
    auto engine = MADOGUCHI_TRY(face::FaceEngine::create(models, face::Population::Rendered));
    const auto faces = MADOGUCHI_TRY(detector->detect(frame));
    if (faces.empty()) {
        return fail(ErrorCode::FaceNotFound, "the persona's picture shows no face");
    }
    const face::Image aligned = MADOGUCHI_TRY(face::align_face(frame, faces.front().landmarks));
    Bare bare{BareNetwork(models.detector()), BareNetwork(models.embedder()),
              face::opencv_view(frame), face::opencv_view(aligned.view())};

    std::vector<Stage> stages{
        beside(
            "detect", [&] { must(detector->detect(frame)); }, [&] { bare.detect(); }),
        alone("gates", [&] { static_cast<void>(face::choose_face(frame, faces)); }),
        alone("align", [&] { must(face::align_face(frame, faces.front().landmarks)); }),
        beside(
            "embed", [&] { must(embedder->embed(frame, faces.front())); }, [&] { bare.embed(); }),
        beside(
            "whole frame", [&] { must(engine.look(frame)); },
            [&] {
                bare.detect();
                bare.embed();
            }),
    };
    for (Stage& stage : stages) {
        stage.threads = threads;
    }
    return stages;
}

} // namespace madoguchi::bench
