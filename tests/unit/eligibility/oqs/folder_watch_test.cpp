#include "eligibility/oqs/folder_watch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/eligibility/support/scripted_service.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;
using eligibility::oqs::FolderWatch;
using test::write_file;

namespace {

struct Bench {
    test::TemporaryFolder folder;
    std::filesystem::path face = folder.path() / "face";

    Bench() { std::filesystem::create_directories(face); }
};

std::string names(const std::vector<eligibility::oqs::AppearedFile>& files) {
    std::string text;
    for (const auto& file : files) {
        text += file.path.filename().string() + "=" + as_text(file.content) + " ";
    }
    return text;
}

} // namespace

TEST_CASE("what lay there before is not reported, what comes is, once") {
    Bench bench;
    for (int i = 0; i < 1000; ++i) {
        write_file(bench.face / ("old" + std::to_string(i)), "old");
    }
    FolderWatch watch({bench.face}, 100);
    CHECK(watch.next(Deadline::after(50ms)).empty());
    write_file(bench.face / "a.xml", "1");
    CHECK(names(watch.next(Deadline::after(30s))) == "a.xml=1 ");
    CHECK(watch.next(Deadline::after(300ms)).empty());
}

TEST_CASE("a file that changes is reported again, an unfinished one never") {
    Bench bench;
    FolderWatch watch({bench.face}, 100);
    write_file(bench.face / "a.xml", "1");
    CHECK(names(watch.next(Deadline::after(30s))) == "a.xml=1 ");
    write_file(bench.face / ".b.xml.part", "half");
    write_file(bench.face / "~c", "half");
    write_file(bench.face / "a.xml", "12");
    CHECK(names(watch.next(Deadline::after(30s))) == "a.xml=12 ");
    CHECK(watch.next(Deadline::after(300ms)).empty());
}

TEST_CASE("a folder that goes and comes back with its files does no harm") {
    Bench bench;
    FolderWatch watch({bench.face}, 100);
    std::filesystem::rename(bench.face, bench.folder.path() / "away");
    CHECK(watch.next(Deadline::after(300ms)).empty());
    std::filesystem::rename(bench.folder.path() / "away", bench.face);
    write_file(bench.face / "a.xml", "1");
    CHECK(names(watch.next(Deadline::after(30s))) == "a.xml=1 ");
}

TEST_CASE("nothing is read beyond the limit, and nothing is moved or removed") {
    Bench bench;
    FolderWatch watch({bench.face}, 100);
    write_file(bench.face / "long.xml", std::string(5000, 'x'));
    const auto files = watch.next(Deadline::after(30s));
    REQUIRE(files.size() == 1);
    CHECK(files[0].content.size() == 101);
    CHECK(std::filesystem::file_size(bench.face / "long.xml") == 5000);
}
