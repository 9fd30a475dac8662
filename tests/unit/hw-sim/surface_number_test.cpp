#include "drivers/surface/surface_socket.hpp"
#include "hw-sim/surface/surface_number_server.hpp"
#include "tests/support/patient_watcher.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

sim::SurfaceNumberServer serve(const std::filesystem::path& socket, std::string_view digits) {
    return sim::SurfaceNumberServer::start(socket, SecretBytes(as_bytes(digits))).value();
}

ErrorCode refusal(const std::filesystem::path& socket, Deadline deadline) {
    test::PatientWatcher watcher;
    const auto result = drivers::SurfaceSocket(socket).read_number(deadline, watcher);
    return result ? ErrorCode::Internal : result.error().code();
}

} // namespace

TEST_CASE("each connection gives the digits of the card front once") {
    const std::string digits = GENERATE("55021720352285", "271828");
    const test::TemporaryFolder folder;
    const auto socket = folder.path() / "surface";
    const auto server = serve(socket, digits);
    drivers::SurfaceSocket source(socket);
    CHECK(source.check(Deadline::after(5s)).has_value());
    test::PatientWatcher watcher;
    for (int round = 0; round < 3; ++round) {
        const SecretBytes number = source.read_number(Deadline::after(5s), watcher).value();
        CHECK(as_text(number.reveal()) == digits);
    }
}

TEST_CASE("anything but fourteen or six digits is unreadable") {
    const auto* const sent =
        GENERATE("", "27182", "2718281", "27182X", "5502172035228", "550217203522850",
                 "5502172035228X", "55021720352285\n", "              ");
    const test::TemporaryFolder folder;
    const auto socket = folder.path() / "surface";
    const auto server = serve(socket, sent);
    CHECK(refusal(socket, Deadline::after(5s)) == ErrorCode::SurfaceUnreadable);
}

TEST_CASE("nobody at the socket is a missing camera") {
    const test::TemporaryFolder folder;
    CHECK(refusal(folder.path() / "surface", Deadline::after(5s)) == ErrorCode::CameraMissing);
    CHECK(drivers::SurfaceSocket(folder.path() / "surface")
              .check(Deadline::after(5s))
              .error()
              .code() == ErrorCode::CameraMissing);
    CHECK(refusal(std::string(200, 'x'), Deadline::after(5s)) == ErrorCode::CameraMissing);
}

TEST_CASE("a reader that says nothing is given up at the deadline") {
    const test::TemporaryFolder folder;
    const std::string path = (folder.path() / "surface").string();
    const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    REQUIRE(::bind(listener, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
    REQUIRE(::listen(listener, 1) == 0);
    CHECK(refusal(path, Deadline::after(20ms)) == ErrorCode::DeadlineExceeded);
    test::PatientWatcher nobody;
    nobody.looks = 1;
    nobody.loses_interest = true;
    CHECK(drivers::SurfaceSocket(path).read_number(Deadline::after(60s), nobody).error().code() ==
          ErrorCode::Cancelled);
    ::close(listener);
}

TEST_CASE("a socket left over is replaced, and removed at the end") {
    const test::TemporaryFolder folder;
    const auto socket = folder.path() / "surface";
    {
        const auto first = serve(socket, "11111111111111");
        const auto second = serve(socket, "22222222222222");
        test::PatientWatcher watcher;
        const auto number =
            drivers::SurfaceSocket(socket).read_number(Deadline::after(5s), watcher);
        CHECK(as_text(number.value().reveal()) == "22222222222222");
    }
    CHECK_FALSE(std::filesystem::exists(socket));
}

TEST_CASE("a socket in a folder that does not exist cannot be served") {
    const test::TemporaryFolder folder;
    CHECK(sim::SurfaceNumberServer::start(folder.path() / "no" / "surface", SecretBytes())
              .error()
              .code() == ErrorCode::StorageFailed);
}
