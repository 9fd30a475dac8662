#include "jpki/trust/trust_anchors.hpp"
#include "terminal_app/cli/card_actions.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/unit/terminal_app/cli/redirected.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cli;

namespace {

struct Exported {
    test::Said said;
    bool has_record;
    bool has_photo;
};

// By a script, photo included, with the anchors of the card's issuer.
Exported export_card_of(const std::string& kind, const std::filesystem::path& folder) {
    const CivilDate day = date_in_japan(SystemClock().civil_now()); // the command's clock
    REQUIRE(test::issuer().export_trust_anchors(folder / "anchors").has_value());
    REQUIRE(test::issuer().export_revocation_lists(folder / "anchors", day).has_value());
    sim::InProcessReader reader;
    reader.insert(test::card_of("p02", kind));
    ExportOptions options;
    options.json = true;
    options.yes = true;
    options.anchors = folder / "anchors";
    options.out = folder / "record.json";
    options.photo = folder / "photo.jp2";
    const auto number = test::holder("p02", kind).verification_number_b();
    auto said = test::said_by(number + "\n", [&] { return card_export(reader, options); });
    return {std::move(said), std::filesystem::exists(options.out),
            std::filesystem::exists(options.photo)};
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a script is told where the record and the photo are") {
    const test::TemporaryFolder folder;
    const Exported done = export_card_of("current", folder.path());
    CHECK(done.said.status == exit_yes);
    CHECK(done.said.output == "{\"outcome\":\"exported\"}\n");
    CHECK(holds(done.said.errors,
                "the record is in " + (folder.path() / "record.json").string() + ","));
    CHECK(
        holds(done.said.errors, "the photo is in " + (folder.path() / "photo.jp2").string() + ","));
    CHECK(done.has_record);
    CHECK(done.has_photo);
    CHECK_FALSE(holds(done.said.errors, test::persona("p02").name.kanji));
}

TEST_CASE("of a card without photo only the record is said to be there") {
    const test::TemporaryFolder folder;
    const Exported done = export_card_of("infant-photo-empty", folder.path());
    CHECK(done.said.status == exit_yes);
    CHECK(holds(done.said.errors, "the record is in "));
    CHECK_FALSE(holds(done.said.errors, "the photo is in "));
    CHECK_FALSE(done.has_photo);
}

TEST_CASE("a card that is refused for its dates or its revocation is not called forged") {
    struct Case {
        const char* kind;
        const char* outcome;
    };
    const std::vector<Case> cases{
        {"certificate-dead", "expired"}, {"authority-2015", "expired"}, {"revoked", "revoked"}};
    for (const Case& refused : cases) {
        INFO(refused.kind);
        const test::TemporaryFolder folder;
        const Exported done = export_card_of(refused.kind, folder.path());
        CHECK(done.said.status == exit_no);
        CHECK(holds(done.said.output,
                    std::string("{\"outcome\":\"") + refused.outcome + "\",\"trust\""));
        CHECK(holds(done.said.errors, "nothing was written"));
        CHECK_FALSE(done.has_record);
        CHECK_FALSE(done.has_photo);
    }
}
