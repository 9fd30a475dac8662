// The face part of a reception as a whole: from photo to template, from first frame to decision,
// memory, and what it takes when nobody is there.
#pragma once

#include "bench/face/patient.hpp"
#include "face/match/face_engine.hpp"

#include <chrono>

namespace madoguchi::bench {

struct Decision {
    std::string persona;
    double milliseconds = 0; // from the first frame on
    int frames = 0;          // looked at
    face::MatchDecision match;
};

// The patient before a camera of 30 frames a second, in real time; the newest frame wins.
// Errors: those of the engine, FaceNotFound when the photo in the card cannot be used.
[[nodiscard]] Result<Decision> decide(face::FaceEngine& engine, face::PixelDecoder& decoder,
                                      const Patient& patient);

// Share of one core that engine, decoder and face service take while they wait, over so long.
// Errors: those of the engine.
[[nodiscard]] Result<double> idle_share(const std::filesystem::path& models,
                                        std::chrono::milliseconds time);

} // namespace madoguchi::bench
