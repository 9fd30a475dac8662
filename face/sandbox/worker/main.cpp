// madoguchi-picture-decoder MEBIBYTES SECONDS: decodes one picture for its parent process, which
// speaks to it over descriptor 0 (face/sandbox/decoder_message.hpp), and ends. Confined before it
// reads anything. Not meant to be started by hand.
#include "face/codec/codec_decoder.hpp"
#include "face/sandbox/confinement.hpp"
#include "face/sandbox/decoder_message.hpp"
#include "face/sandbox/worker/descriptor_io.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace {

using namespace madoguchi;
using namespace madoguchi::face;

constexpr int status_done = 0;
constexpr int status_not_confined = 1;
constexpr int status_usage = 2;
constexpr int status_protocol = 3;

std::optional<std::uint64_t> number_in(std::string_view text) {
    std::uint64_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size() || number == 0) {
        return std::nullopt;
    }
    return number;
}

std::optional<SandboxLimits> limits_in(std::span<char*> arguments) {
    if (arguments.size() != 3) {
        return std::nullopt;
    }
    const auto memory = number_in(arguments[1]);
    const auto seconds = number_in(arguments[2]);
    return memory && seconds ? std::optional(SandboxLimits{*memory, *seconds}) : std::nullopt;
}

bool answer(const Result<Image>& picture) {
    AnswerHeader header;
    if (!picture) {
        header.status = static_cast<std::uint32_t>(AnswerStatus::Unreadable);
        return write_whole(sandbox_descriptor, bytes_of(header));
    }
    header.width = static_cast<std::uint32_t>(picture->width());
    header.height = static_cast<std::uint32_t>(picture->height());
    header.channels = static_cast<std::uint32_t>(bytes_per_pixel(picture->format()));
    return write_whole(sandbox_descriptor, bytes_of(header)) &&
           write_whole(sandbox_descriptor, picture->view().pixels());
}

int serve_one_request() {
    if (!write_whole(sandbox_descriptor, bytes_of(ReadyMessage()))) {
        return status_protocol;
    }
    RequestHeader request;
    if (!read_whole(sandbox_descriptor, room_of(request)) || request.protocol != decoder_protocol) {
        return status_protocol;
    }
    SecretBytes file(request.file_bytes);
    if (!read_whole(sandbox_descriptor, file.reveal_for_writing())) {
        return status_protocol;
    }
    CodecDecoder decoder;
    return answer(decoder.decode({file.reveal(), static_cast<PictureKind>(request.kind),
                                  static_cast<int>(request.longest_side)}))
               ? status_done
               : status_protocol;
}

} // namespace

int main(int argc, char** argv) {
    const auto limits = limits_in({argv, static_cast<std::size_t>(argc)});
    if (!limits) {
        return status_usage;
    }
    if (!confine_this_process(*limits)) {
        return status_not_confined;
    }
    ::_exit(
        serve_one_request()); // nothing is left to clean up that the end of the process does not
}
