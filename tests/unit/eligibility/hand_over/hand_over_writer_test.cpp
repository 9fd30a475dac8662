#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/hand_over/hand_over_writer.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilTime now{std::chrono::seconds{1'795'134'615}};

HandOver sample_hand_over() {
    return {test::read(test::sample_face_file())->answer,
            {refused(ConsentItem::HighCostLimit), given(ConsentItem::Surgery, now)},
            "9919999999",
            "RT01-000123",
            now};
}

EligibilityAnswer read_back(const std::filesystem::path& path) {
    const auto content = oqs::read_at_most(path, 1U << 20U);
    REQUIRE(content);
    return oqs::read_answer(**content)->answer;
}

} // namespace

TEST_CASE("the hand-over is a face file with the patient's own consents") {
    const test::TemporaryFolder folder;
    const auto path = HandOverWriter(folder.path()).write(sample_hand_over());
    REQUIRE(path);
    REQUIRE(oqs::file_kind(path->file.filename().string()) == oqs::FileKind::FaceAnswer);
    const EligibilityAnswer answer = read_back(path->file);
    REQUIRE(answer.route.means(ReferenceRoute::MyNumberCard));
    REQUIRE(answer.session_id == "RT01-000123");
    REQUIRE(answer.processed_at == now);
    const auto& consents = answer.persons.front().consents;
    REQUIRE(consents.size() == 2);
    REQUIRE(consents[0].answer.means(ConsentAnswer::Refused));
    REQUIRE(consents[1].available_until == now + std::chrono::hours{24});
}

TEST_CASE("the name of a hand-over says nothing of the patient, and no two are alike") {
    const test::TemporaryFolder folder;
    const HandOverWriter writer(folder.path());
    const auto first = writer.write(sample_hand_over());
    const auto second = writer.write(sample_hand_over());
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(first->file != second->file);
    REQUIRE(first->file.filename().string().find("19840229") == std::string::npos);
}

TEST_CASE("what the patient refused is not handed over, even where the service sent it") {
    const test::TemporaryFolder folder;
    HandOver hand_over = sample_hand_over();
    REQUIRE(hand_over.answer.persons.front().high_cost_limit);
    const auto path = HandOverWriter(folder.path()).write(hand_over);
    REQUIRE_FALSE(read_back(path->file).persons.front().high_cost_limit);
    hand_over.consents = {given(ConsentItem::HighCostLimit, now)};
    const auto agreed = HandOverWriter(folder.path()).write(hand_over);
    REQUIRE(read_back(agreed->file).persons.front().high_cost_limit);
}

TEST_CASE("a receiver of JIS X 0208 gets its characters, and we are told which were replaced") {
    const test::TemporaryFolder folder;
    HandOver hand_over = sample_hand_over();
    hand_over.answer.persons.front().name = "髙橋　正道";
    const auto done =
        HandOverWriter(folder.path(), {oqs::TextEncoding::ShiftJis, oqs::Repertoire::JisX0208})
            .write(hand_over);
    REQUIRE(done);
    REQUIRE(done->replacements.size() == 1);
    REQUIRE(done->replacements[0].element == "Name");
    REQUIRE(read_back(done->file).persons.front().name == "高橋　正道");
}

TEST_CASE("the JSON file beside a hand-over holds the same, with every character") {
    const test::TemporaryFolder folder;
    HandOver hand_over = sample_hand_over();
    hand_over.answer.persons.front().name = "髙橋　𠮷子";
    const auto done =
        HandOverWriter(folder.path(), {oqs::TextEncoding::Utf8, oqs::Repertoire::JisX0208, true})
            .write(hand_over);
    REQUIRE(done);
    REQUIRE(done->json.stem() == done->file.stem());
    const auto text = oqs::read_at_most(done->json, 1U << 20U);
    const auto json = nlohmann::json::parse(as_text(**text));
    REQUIRE(json["outcome"] == "eligible-with-note");
    REQUIRE(json["session_id"] == "RT01-000123");
    const auto& person = json["persons"][0];
    REQUIRE(person["name"] == "髙橋　𠮷子");
    REQUIRE(person["birth_date"] == "1984-02-29");
    REQUIRE(person["benefits"]["high_cost_limit"] == "not-consented");
    REQUIRE(person["benefits"]["local_subsidy"] == "unknown");
    REQUIRE(person["consents"]["high_cost"]["given"] == false);
    REQUIRE(person["consents"]["surgery"]["given"] == true);
}

TEST_CASE("the FHIR file beside a hand-over reads back as the same answer, with every character") {
    const test::TemporaryFolder folder;
    HandOver hand_over = sample_hand_over();
    hand_over.answer.persons.front().name = "髙橋　𠮷子";
    const auto done = HandOverWriter(folder.path(), {oqs::TextEncoding::Utf8,
                                                     oqs::Repertoire::Unicode, true, true})
                          .write(hand_over);
    REQUIRE(done);
    REQUIRE(done->fhir == std::filesystem::path(done->file).replace_extension(".fhir.json"));
    REQUIRE(done->json == std::filesystem::path(done->file).replace_extension(".json"));
    const auto text = oqs::read_at_most(done->fhir, 1U << 20U);
    const auto answer = fhir::read_fhir_answer(as_text(**text));
    REQUIRE(answer);
    REQUIRE(*answer == read_back(done->file));
}

TEST_CASE("what the patient refused is in none of the forms") {
    const test::TemporaryFolder folder;
    const HandOver hand_over = sample_hand_over(); // the limit was sent, and is refused
    const auto done = HandOverWriter(folder.path(), {oqs::TextEncoding::Utf8,
                                                     oqs::Repertoire::Unicode, true, true})
                          .write(hand_over);
    REQUIRE(done);
    const auto text = oqs::read_at_most(done->fhir, 1U << 20U);
    REQUIRE_FALSE(fhir::read_fhir_answer(as_text(**text))->persons.front().high_cost_limit);
    const auto plain = nlohmann::json::parse(as_text(**oqs::read_at_most(done->json, 1U << 20U)));
    REQUIRE(plain["persons"][0]["high_cost_band"] == "");
}

TEST_CASE("a hand-over that cannot be written leaves nothing behind") {
    const test::TemporaryFolder folder;
    SECTION("folder missing") {
        const HandOverWriter writer(folder.path() / "gone");
        REQUIRE(writer.write(sample_hand_over()).error().code() == ErrorCode::LinkUnavailable);
    }
    SECTION("a character that the receipt computer's encoding lacks") {
        HandOver hand_over = sample_hand_over();
        hand_over.answer.persons.front().name = "𠮷川";
        const HandOverWriter writer(folder.path(), {oqs::TextEncoding::ShiftJis});
        REQUIRE(writer.write(hand_over).error().code() == ErrorCode::TextInvalid);
    }
    REQUIRE(std::filesystem::is_empty(folder.path()));
}
