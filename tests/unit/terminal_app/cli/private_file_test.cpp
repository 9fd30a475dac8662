#include "terminal_app/cli/private_file.hpp"
#include "tests/support/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace madoguchi;
using namespace madoguchi::cli;
namespace fs = std::filesystem;

namespace {

std::string content_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

TEST_CASE("a private file is new and its owner's alone") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "record";
    CHECK(expect_free_name(file));
    REQUIRE(write_private_file(file, as_bytes("first")));
    CHECK(content_of(file) == "first");
    CHECK(fs::status(file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("nothing is overwritten, not even through a link to nowhere") {
    const test::TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    const fs::path link = folder.path() / "link";
    const fs::path subfolder = folder.path() / "folder";
    REQUIRE(write_private_file(file, as_bytes("first")));
    fs::create_symlink(folder.path() / "nowhere", link);
    fs::create_directory(subfolder);
    for (const fs::path& taken : {file, link, subfolder}) {
        CAPTURE(taken);
        CHECK(expect_free_name(taken).error().code() == ErrorCode::StorageFailed);
        CHECK(write_private_file(taken, as_bytes("second")).error().code() ==
              ErrorCode::StorageFailed);
    }
    CHECK(content_of(file) == "first");
    CHECK_FALSE(fs::exists(folder.path() / "nowhere"));
}

TEST_CASE("a missing folder is told before anything is written") {
    const test::TemporaryFolder folder;
    CHECK_FALSE(expect_free_name(folder.path() / "missing" / "file"));
    CHECK_FALSE(write_private_file(folder.path() / "missing" / "file", as_bytes("content")));
    CHECK_FALSE(write_all(-1, as_bytes("content")));
}
