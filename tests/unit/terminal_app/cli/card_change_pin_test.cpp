#include "terminal_app/cli/card_actions.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>

using namespace madoguchi;
using namespace madoguchi::cli;

namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// Standard input, output and error are files as long as this lives.
class Redirected {
public:
    Redirected(const std::filesystem::path& folder, const std::string& typed) {
        std::ofstream(folder / "0") << typed;
        std::fflush(nullptr);
        for (int stream = 0; stream < 3; ++stream) {
            const auto file = folder / std::to_string(stream);
            const int opened = ::open(file.c_str(), O_RDWR | O_CREAT, 0600);
            before_[static_cast<std::size_t>(stream)] = ::dup(stream);
            ::dup2(opened, stream);
            ::close(opened);
        }
    }
    ~Redirected() {
        std::fflush(nullptr);
        for (int stream = 0; stream < 3; ++stream) {
            ::dup2(before_[static_cast<std::size_t>(stream)], stream);
            ::close(before_[static_cast<std::size_t>(stream)]);
        }
    }
    Redirected(const Redirected&) = delete;
    Redirected& operator=(const Redirected&) = delete;

private:
    std::array<int, 3> before_{};
};

struct Said {
    int status;
    std::string output;
    std::string errors;
};

// The authentication PIN to 5807 on a card that leaves after so many exchanges.
Said change_on_card_that_leaves_after(std::size_t exchanges) {
    sim::InProcessReader reader;
    reader.insert(test::card_of("p02"));
    reader.remove_after(exchanges);
    ChangePinOptions options;
    options.json = true;
    options.which = jpki::ChangeablePin::Authentication;
    const test::TemporaryFolder folder;
    int status = -1;
    {
        const Redirected redirected(folder.path(),
                                    test::persona("p02").pins.authentication + "\n5807\n5807\n");
        status = card_change_pin(reader, options);
    }
    return {status, content_of(folder.path() / "1"), content_of(folder.path() / "2")};
}

} // namespace

TEST_CASE("a card that leaves at any moment: the person is told which PIN is in force, or that "
          "nobody can know") {
    std::size_t uncertain = 0;
    for (std::size_t exchanges = 0;; ++exchanges) {
        REQUIRE(exchanges < 100);
        CAPTURE(exchanges);
        const Said said = change_on_card_that_leaves_after(exchanges);
        if (said.status == exit_yes) {
            CHECK(said.output == "{\"outcome\":\"changed\"}\n");
            break;
        }
        CHECK(said.status == exit_failed);
        if (said.output.find("\"uncertain\"") != std::string::npos) {
            ++uncertain;
            CHECK(said.errors.find("it is not known whether the PIN was changed") == 11);
            CHECK(said.errors.find("the old or the new number is in force") != std::string::npos);
        } else {
            CHECK(uncertain == 0);
            CHECK(said.errors.find("the PIN was not changed") == 11);
        }
    }
    CHECK(uncertain == 1);
}
