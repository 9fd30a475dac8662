// The parent's side: whatever becomes of the decoder's process, decode() ends with a picture or an
// error, in time, and nothing is left behind.
#include "face/image/picture_decoder.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "tests/support/ended_process.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/face/sandbox/lies.hpp"
#include "tests/unit/face/sandbox/own_processes.hpp"
#include "tests/unit/face/support/encoded_pictures.hpp"

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <limits>

using namespace madoguchi;
using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;
using test::Lie;

namespace {

const Bytes& portrait() {
    static const Bytes file =
        test::encoded(test::striped_picture(192, 240, PixelFormat::Grey8).view(), ".jp2");
    return file;
}

face::SandboxSettings lying_sandbox(Lie lie) {
    return {MADOGUCHI_LYING_DECODER, {static_cast<std::uint64_t>(lie), 1}, 400ms};
}

Error failure_of(face::PixelDecoder& decoder, ByteView file) {
    const auto picture = face::decode_jpeg2000(decoder, file);
    REQUIRE_FALSE(picture.has_value());
    return picture.error();
}

} // namespace

TEST_CASE("the sandbox gives the pixels that the file holds, every time from a new process") {
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    for (const PixelFormat format : {PixelFormat::Grey8, PixelFormat::Bgr8}) {
        const auto original = test::striped_picture(192, 240, format);
        for (int i = 0; i < 5; ++i) {
            const auto picture =
                face::decode_jpeg2000(decoder, test::encoded(original.view(), ".jp2"));
            REQUIRE(picture.has_value());
            CHECK(picture->format() == format);
            CHECK(picture->view().pixels()[0] == Approx(60).margin(30));
        }
    }
}

TEST_CASE("an operator's pictures are decoded in the sandbox too") {
    face::SandboxedDecoder decoder(face::picture_sandbox());
    const auto original = test::striped_picture(1600, 800, PixelFormat::Bgr8);
    for (const char* kind : {".png", ".jpg"}) {
        const auto picture = face::decode_picture(decoder, test::encoded(original.view(), kind));
        REQUIRE(picture.has_value());
        CHECK(picture->width() == 1024);
    }
}

TEST_CASE("a decoder that does not answer as it should gives an error that says so") {
    struct Case {
        Lie lie;
        ErrorCode code;
        std::string_view text;
    };
    using enum ErrorCode;
    const std::vector<Case> cases{
        {Lie::TooLarge, ImageUnreadable, "impossible answer"},
        {Lie::Enormous, ImageUnreadable, "impossible answer"},
        {Lie::Empty, ImageUnreadable, "impossible answer"},
        {Lie::FiveChannels, ImageUnreadable, "impossible answer"},
        {Lie::AnotherSize, ImageUnreadable, "not of the announced size"},
        {Lie::AnotherChannels, ImageUnreadable, "not of the announced size"},
        {Lie::TooFewPixels, ImageUnreadable, "ended without an answer"},
        {Lie::HalfAHeader, ImageUnreadable, "ended without an answer"},
        {Lie::Garbage, ImageUnreadable, "impossible answer"},
        {Lie::Crash, ImageUnreadable, "crashed its decoder"},
        {Lie::CloseAndStay, ImageUnreadable, "ended without an answer"},
        {Lie::NeverAnswers, ImageUnreadable, "too long to decode"},
        {Lie::NeverReads, ImageUnreadable, "too long to decode"},
        {Lie::NeverReady, DecoderUnavailable, "ready in time"},
        {Lie::AnotherVersion, DecoderUnavailable, "another version"},
    };
    const auto open_before = test::open_descriptors();
    for (const Case& one : cases) {
        INFO(static_cast<int>(one.lie));
        const auto began = Deadline::Clock::now();
        {
            face::SandboxedDecoder decoder(lying_sandbox(one.lie));
            const Error error = failure_of(decoder, portrait());
            CHECK(error.code() == one.code);
            INFO(error.text());
            CHECK(error.text().find(one.text) != std::string_view::npos);
        }
        CHECK(Deadline::Clock::now() - began < 5s);
        CHECK_FALSE(test::has_children());
    }
    CHECK(test::open_descriptors() == open_before);
}

TEST_CASE("a file that nobody takes does not hold the parent") {
    face::SandboxedDecoder decoder(lying_sandbox(Lie::NeverReads));
    const Bytes file(8U << 20U, 0); // more than a socket holds
    const auto picture = decoder.decode({file, face::PictureKind::Png, 1024});
    REQUIRE_FALSE(picture.has_value());
    CHECK(picture.error().text() == "picture takes too long to decode");
}

TEST_CASE(
    "a decoder that ended while it waited is replaced, for ever but not beyond the deadline") {
    face::SandboxedDecoder decoder(lying_sandbox(Lie::EndWhileWaiting));
    const Error error = failure_of(decoder, portrait());
    // Either it was seen to be gone, or it went in that moment.
    CHECK((error.code() == ErrorCode::DecoderUnavailable ||
           error.code() == ErrorCode::ImageUnreadable));
}

TEST_CASE("without the decoder's program no picture is decoded, and with it again it is") {
    const test::TemporaryFolder folder;
    face::SandboxSettings settings = face::portrait_sandbox();
    const auto program = std::exchange(settings.program, folder.path() / "decoder");
    face::SandboxedDecoder decoder(settings);
    for (int i = 0; i < 3; ++i) {
        const Error error = failure_of(decoder, portrait());
        CHECK(error.code() == ErrorCode::DecoderUnavailable);
        CHECK(error.system_code() == ENOENT);
    }
    std::filesystem::create_symlink(program, settings.program);
    CHECK(face::decode_jpeg2000(decoder, portrait()).has_value());
}

TEST_CASE("a decoder that cannot confine itself decodes nothing") {
    face::SandboxSettings settings = face::portrait_sandbox();
    settings.limits.processor_seconds = std::numeric_limits<std::uint64_t>::max(); // is refused
    face::SandboxedDecoder decoder(settings);
    CHECK(failure_of(decoder, portrait()).code() == ErrorCode::DecoderUnavailable);
}

// Some of several decoders' processes, killed as they are found: waiting, at work or ended.
TEST_CASE("processes that are killed while they wait or decode cost a picture at most") {
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    std::atomic<bool> done = false;
    std::thread killer([&] {
        while (!done) {
            for (const pid_t child : test::children()) {
                ::kill(child, SIGKILL);
            }
            std::this_thread::sleep_for(3ms);
        }
    });
    int lost = 0;
    for (int i = 0; i < 100; ++i) {
        const auto picture = face::decode_jpeg2000(decoder, portrait());
        lost += picture ? 0 : 1;
    }
    done = true;
    killer.join();
    CHECK(lost > 0); // else nothing was tested
    CHECK(face::decode_jpeg2000(decoder, portrait()).has_value());
}

TEST_CASE("a process that is killed while it decodes gives an error that says so") {
    const face::SandboxSettings settings = lying_sandbox(Lie::NeverAnswers);
    const auto process =
        face::DecoderProcess::start(settings.program, settings.limits, Deadline::after(10s));
    REQUIRE(process.has_value());
    std::jthread killer([&] {
        std::this_thread::sleep_for(50ms);
        process->kill();
    });
    const auto picture =
        process->decode({portrait(), face::PictureKind::Jpeg2000, 1024}, Deadline::after(10s));
    REQUIRE_FALSE(picture.has_value());
    CHECK(picture.error().text() == "picture decoder was killed");
    CHECK(picture.error().system_code() == SIGKILL);
}

TEST_CASE("where no process can be started there is an error") {
    // In a process of its own, because the limit counts a whole user's processes and root has none.
    const auto words = test::last_words_of([] {
        constexpr uid_t nobody = 65534;
        constexpr rlimit no_process{0, 0};
        if (::getuid() == 0 && ::setuid(nobody) != 0) {
            return;
        }
        ::setrlimit(RLIMIT_NPROC, &no_process);
        const auto started = face::ChildProcess::start("/bin/true", {});
        if (!started && started.error().code() == ErrorCode::DecoderUnavailable &&
            started.error().system_code() == EAGAIN) {
            std::abort(); // what the test waits for
        }
    });
    CHECK(words.has_value());
}

TEST_CASE("without a free descriptor there is an error, and afterwards pictures again") {
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    REQUIRE(face::decode_jpeg2000(decoder, portrait()).has_value());
    const rlimit none{0, before.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
    std::optional<Error> error; // the processes started before may serve first
    for (int i = 0; i < 3 && !error; ++i) {
        if (const auto picture = face::decode_jpeg2000(decoder, portrait()); !picture) {
            error = picture.error();
        }
    }
    ::setrlimit(RLIMIT_NOFILE, &before);
    REQUIRE(error.has_value());
    CHECK(error->code() == ErrorCode::DecoderUnavailable);
    CHECK(error->system_code() == EMFILE);
    CHECK(face::decode_jpeg2000(decoder, portrait()).has_value());
}

TEST_CASE("several threads decode at once") {
    face::SandboxedDecoder decoder(face::portrait_sandbox());
    std::atomic<int> decoded = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int k = 0; k < 5; ++k) {
                    decoded += face::decode_jpeg2000(decoder, portrait()).has_value() ? 1 : 0;
                }
            });
        }
    }
    CHECK(decoded == 20);
}

TEST_CASE("hundreds of pictures leave no process and no descriptor open") {
    const auto open_before = test::open_descriptors();
    {
        face::SandboxedDecoder decoder(face::portrait_sandbox());
        for (int i = 0; i < 200; ++i) {
            CHECK(face::decode_jpeg2000(decoder, portrait()).has_value());
        }
    }
    CHECK(test::open_descriptors() == open_before);
    CHECK_FALSE(test::has_children());
}
