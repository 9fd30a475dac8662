#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/hand_over_writer.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilTime now{std::chrono::seconds{1'795'134'615}};

oqs::HandOver sample_hand_over() {
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
    const auto path = oqs::HandOverWriter(folder.path()).write(sample_hand_over());
    REQUIRE(path);
    REQUIRE(oqs::file_kind(path->filename().string()) == oqs::FileKind::FaceAnswer);
    const EligibilityAnswer answer = read_back(*path);
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
    const oqs::HandOverWriter writer(folder.path());
    const auto first = writer.write(sample_hand_over());
    const auto second = writer.write(sample_hand_over());
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(*first != *second);
    REQUIRE(first->filename().string().find("19840229") == std::string::npos);
}

TEST_CASE("a hand-over that cannot be written leaves nothing behind") {
    const test::TemporaryFolder folder;
    SECTION("folder missing") {
        const oqs::HandOverWriter writer(folder.path() / "gone");
        REQUIRE(writer.write(sample_hand_over()).error().code() == ErrorCode::LinkUnavailable);
    }
    SECTION("a character that the receipt computer's encoding lacks") {
        oqs::HandOver hand_over = sample_hand_over();
        hand_over.answer.persons.front().name = "𠮷川";
        const oqs::HandOverWriter writer(folder.path(), oqs::TextEncoding::ShiftJis);
        REQUIRE(writer.write(hand_over).error().code() == ErrorCode::TextInvalid);
    }
    REQUIRE(std::filesystem::is_empty(folder.path()));
}
