// lying_decoder, started in the decoder's place: speaks its protocol wrongly. The first argument,
// which is the decoder's memory limit, says how (enum Lie).
#include "face/sandbox/decoder_message.hpp"
#include "face/sandbox/worker/descriptor_io.hpp"
#include "tests/unit/face/sandbox/lies.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>

namespace {

using namespace madoguchi;
using namespace madoguchi::face;
using test::Lie;

void say(ByteView bytes) {
    static_cast<void>(write_whole(0, bytes));
}

void answer(std::uint32_t width, std::uint32_t height, std::uint32_t channels,
            std::size_t pixel_bytes) {
    AnswerHeader header;
    header.width = width;
    header.height = height;
    header.channels = channels;
    say(bytes_of(header));
    say(Bytes(pixel_bytes, 0x80));
}

void take_request() {
    RequestHeader request;
    static_cast<void>(read_whole(0, room_of(request)));
    Bytes file(request.file_bytes);
    static_cast<void>(read_whole(0, file));
}

void fall_silent() {
    for (;;) {
        ::pause();
    }
}

void tell(Lie lie) {
    constexpr std::size_t portrait = 192U * 240U;
    switch (lie) {
    case Lie::TooLarge:
        return answer(1025, 240, 1, 1025U * 240U);
    case Lie::Enormous:
        return answer(0xFFFF'FFFF, 0xFFFF'FFFF, 3, 100);
    case Lie::Empty:
        return answer(0, 240, 1, 0);
    case Lie::FiveChannels:
        return answer(192, 240, 5, 5 * portrait);
    case Lie::AnotherSize:
        return answer(240, 192, 1, portrait);
    case Lie::AnotherChannels:
        return answer(192, 240, 3, 3 * portrait);
    case Lie::TooFewPixels:
        return answer(192, 240, 1, portrait - 1);
    case Lie::HalfAHeader:
        return say(Bytes(7, 0));
    case Lie::Garbage:
        return say(Bytes(1000, 0xA5));
    case Lie::Crash:
        std::signal(SIGSEGV, SIG_DFL);
        std::raise(SIGSEGV);
        return;
    case Lie::CloseAndStay:
        ::close(0);
        return fall_silent();
    default:
        return fall_silent();
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        return EXIT_FAILURE;
    }
    const auto lie = static_cast<Lie>(std::atoi(argv[1]));
    if (lie == Lie::NeverReady) {
        fall_silent();
    }
    if (lie == Lie::AnotherVersion) {
        say(Bytes(4, 0));
        fall_silent();
    }
    say(bytes_of(ReadyMessage()));
    if (lie == Lie::EndWhileWaiting) {
        return 0;
    }
    if (lie == Lie::NeverReads) {
        fall_silent();
    }
    take_request();
    tell(lie);
    return 0;
}
