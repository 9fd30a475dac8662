#include "eligibility/oqs/folder_watch.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/eligibility/support/scripted_service.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

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

TEST_CASE("a folder that goes and comes back with its files, or comes only then, does no harm") {
    Bench bench;
    write_file(bench.face / "old.xml", "0");
    const auto away = bench.folder.path() / "away";
    const bool is_there_at_first = GENERATE(true, false);
    if (!is_there_at_first) {
        std::filesystem::rename(bench.face, away);
    }
    FolderWatch watch({bench.face}, 100);
    if (is_there_at_first) {
        std::filesystem::rename(bench.face, away);
    }
    CHECK(watch.next(Deadline::after(300ms)).empty());
    std::filesystem::rename(away, bench.face);
    CHECK(watch.next(Deadline::after(500ms)).empty()); // what lay there is no news
    write_file(bench.face / "a.xml", "1");
    CHECK(names(watch.next(Deadline::after(30s))) == "a.xml=1 ");
}

TEST_CASE("a flood of files is read in portions, and none is left out") {
    Bench bench;
    FolderWatch watch({bench.face}, 100);
    constexpr std::size_t flood = 500;
    for (std::size_t i = 0; i < flood; ++i) {
        write_file(bench.face / ("new" + std::to_string(i)), "1");
    }
    std::size_t appeared = 0;
    std::size_t most_at_once = 0;
    const Deadline deadline = Deadline::after(60s);
    while (appeared < flood && !deadline.has_passed()) {
        const std::size_t count = watch.next(Deadline::after(1s)).size();
        appeared += count;
        most_at_once = std::max(most_at_once, count);
    }
    CHECK(appeared == flood);
    CHECK(most_at_once <= 64);
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
