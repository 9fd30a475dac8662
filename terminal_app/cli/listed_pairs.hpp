// A list of pairs with its pictures: what the commands that evaluate over one have in common.
#pragma once

#include "face/evaluate/pair_list.hpp"
#include "face/evaluate/template_cache.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "terminal_app/cli/face_input.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>

namespace madoguchi::cli {

struct PairListOptions {
    std::string pairs;       // the list (face/evaluate/pair_list.hpp)
    std::string pictures;    // what relative paths begin at; empty: the list's folder
    std::size_t as_chip = 0; // bytes of the card photo that the first picture is made into; 0: not
    FaceModelOptions models;
};

class ListedPairs {
public:
    explicit ListedPairs(const PairListOptions& options);

    [[nodiscard]] face::PixelDecoder& decoder() noexcept { return decoder_; }
    // Opens pictures with that decoder; used while this lives.
    [[nodiscard]] face::PictureSource pictures();

    // To evaluation.add(pair), in the list's order; says how far it is where somebody is looking.
    // Errors: those of the list and of the evaluation.
    template <typename Evaluation>
    [[nodiscard]] Result<void> show_to(Evaluation& evaluation) {
        constexpr std::uint64_t pairs_between_signs = 1000;
        for (std::uint64_t number = 1;; ++number) {
            const auto pair = MADOGUCHI_TRY(reader_.next());
            if (!pair) {
                return {};
            }
            MADOGUCHI_TRY(evaluation.add(*pair));
            if (number % pairs_between_signs == 0 && isatty(STDERR_FILENO) == 1) {
                fmt::print(stderr, "\r{} pairs compared", number);
            }
        }
    }

    // Says on standard error why an evaluation ended, and at which line. Returns the exit status.
    [[nodiscard]] int report_stop(const Error& error) const;

private:
    std::ifstream list_;
    face::PairReader reader_;
    face::SandboxedDecoder decoder_{face::picture_sandbox()};
};

} // namespace madoguchi::cli
