// Files of the right kind in place of dlib's published ones, which the project does not have. The
// predictor is trained on two renders and the network is not trained at all: they show that the
// path works, and nothing about people.
#pragma once

#include "face/models/dlib_files.hpp"

namespace madoguchi::test {

// The predictor's points; dlib's published one has 5.
[[nodiscard]] Bytes stand_in_shape(std::size_t points = 5);
// The network's numbers; dlib's published one gives 128. The same bytes each time.
[[nodiscard]] Bytes stand_in_network(long outputs = 128);

// Written into a folder, and pinned.
[[nodiscard]] face::PinnedFile pinned(const std::filesystem::path& path, ByteView content);

} // namespace madoguchi::test
