#include "face/sandbox/decoder_process.hpp"

#include "face/sandbox/decoder_message.hpp"

#include <csignal>

namespace madoguchi::face {

namespace {

using std::chrono_literals::operator""ms;

constexpr auto time_to_end = 200ms; // from the end of its socket to its own

Error unreadable(StaticText text) {
    return {ErrorCode::ImageUnreadable, text};
}

StaticText words_for_signal(int signal) {
    switch (signal) {
    case SIGSYS:
        return "picture made its decoder try a forbidden system call";
    case SIGXCPU:
        return "picture takes too much processor time to decode";
    case SIGKILL:
        return "picture decoder was killed";
    default:
        return "picture crashed its decoder";
    }
}

} // namespace

Result<DecoderProcess> DecoderProcess::start(const std::filesystem::path& program,
                                             const SandboxLimits& limits, Deadline deadline) {
    DecoderProcess started(
        MADOGUCHI_TRY(ChildProcess::start(program, {std::to_string(limits.memory_mebibytes),
                                                    std::to_string(limits.processor_seconds)})));
    ReadyMessage ready{0};
    if (receive_whole(started.process_.socket(), room_of(ready), deadline) != Transfer::Complete ||
        ready.protocol != decoder_protocol) {
        return fail(ErrorCode::DecoderUnavailable,
                    "the picture decoder cannot confine itself here (seccomp, resource limits), "
                    "or is of another version");
    }
    return started;
}

Result<Image> DecoderProcess::decode(const DecodeRequest& request, Deadline deadline) const {
    RequestHeader header;
    header.kind = static_cast<std::uint32_t>(request.kind);
    header.longest_side = static_cast<std::uint32_t>(request.longest_side);
    header.file_bytes = static_cast<std::uint32_t>(request.file.size());
    for (const ByteView part : {bytes_of(header), request.file}) {
        const Transfer sent = send_whole(process_.socket(), part, deadline);
        if (sent != Transfer::Complete) {
            return fail(explain(sent));
        }
    }
    return receive_picture(request, deadline);
}

Result<Image> DecoderProcess::receive_picture(const DecodeRequest& request,
                                              Deadline deadline) const {
    AnswerHeader header;
    const Transfer received = receive_whole(process_.socket(), room_of(header), deadline);
    if (received != Transfer::Complete) {
        return fail(explain(received));
    }
    if (header.protocol == decoder_protocol &&
        header.status == static_cast<std::uint32_t>(AnswerStatus::Unreadable)) {
        return fail(unreadable("picture cannot be decoded"));
    }
    const auto longest = static_cast<std::uint32_t>(request.longest_side);
    if (header.protocol != decoder_protocol ||
        header.status != static_cast<std::uint32_t>(AnswerStatus::Decoded) || header.width == 0 ||
        header.height == 0 || header.width > longest || header.height > longest ||
        (header.channels != 1 && header.channels != 3)) {
        return fail(unreadable("picture decoder gave an impossible answer"));
    }
    Image image(static_cast<int>(header.width), static_cast<int>(header.height),
                header.channels == 1 ? PixelFormat::Grey8 : PixelFormat::Bgr8);
    const Transfer pixels = receive_whole(process_.socket(), image.pixels_for_writing(), deadline);
    if (pixels != Transfer::Complete) {
        return fail(explain(pixels));
    }
    return image;
}

Error DecoderProcess::explain(Transfer transfer) const {
    if (transfer == Transfer::Late) {
        return unreadable("picture takes too long to decode");
    }
    const auto end = process_.end_until(Deadline::after(time_to_end));
    if (!end || end->code == CLD_EXITED) {
        return unreadable("picture decoder ended without an answer");
    }
    return unreadable(words_for_signal(end->status)).with_system_code(end->status);
}

} // namespace madoguchi::face
