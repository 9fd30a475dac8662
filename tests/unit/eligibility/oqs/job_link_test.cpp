// 照会番号登録 and the four files of a bulk job, through the folders.
#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/oqs_job_link.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/eligibility/support/message_samples.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"
#include "tests/unit/eligibility/support/scripted_service.hpp"
#include "tests/unit/eligibility/support/zip_writer.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using namespace std::chrono_literals;
using oqs::StillWorking;

namespace {

// The folders, and a service that answers one request of a given name.
struct Bench {
    test::TemporaryFolder folder;
    oqs::OqsJobLink link{{.folder = folder.path(),
                          .format = {},
                          .poll_interval = 5ms,
                          .patience_with_unreadable = 60ms}};

    Bench() {
        std::filesystem::create_directories(folder.path() / "req");
        std::filesystem::create_directories(folder.path() / "res");
    }

    // As soon as a request of that name is there, the answer is.
    std::jthread answer(const std::string& request, const std::string& answer, Bytes content) {
        return std::jthread([=, this](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                if (std::filesystem::exists(folder.path() / "req" / request)) {
                    test::write_file(folder.path() / "res" / answer, as_text(content));
                    return;
                }
                std::this_thread::sleep_for(1ms);
            }
        });
    }
};

Bytes written(const oqs::Message& message) {
    return *oqs::write_message(message, oqs::TextEncoding::Utf8);
}

template <typename Form>
Form sample() {
    for (const oqs::Message& message : test::sample_messages()) {
        if (const auto* form = std::get_if<Form>(&message)) {
            return *form;
        }
    }
    throw std::logic_error("no sample of that form");
}

BulkUpload one_search() {
    BulkUpload job = sample<BulkUpload>();
    job.entries.clear();
    job.consent_from = job.consent_to = job.examination_from = job.examination_to = {};
    job.treatment_month.clear();
    return job;
}

} // namespace

TEST_CASE("a reference number is registered") {
    Bench bench;
    const auto service =
        bench.answer("OQSsiimm01req_202611200001.xml", "OQSsiimm01res_202611200001.xml",
                     written(sample<RegistrationAnswer>()));
    const auto answer = bench.link.register_reference(sample<ReferenceRegistration>(),
                                                      test::reception_day, Deadline::after(10s));
    REQUIRE(answer);
    REQUIRE(answer->is_registered());
}

TEST_CASE("a bulk job is uploaded, received, asked for and downloaded, as XML or in an archive") {
    const auto xml = written(sample<BulkResult>());
    for (const bool zipped : {false, true}) {
        INFO(zipped);
        Bench bench;
        const auto receiving =
            bench.answer("OQSmuquc01req_202611200001.xml", "OQSmuquc01res_202611200001.xml",
                         written(sample<BulkReceipt>()));
        const auto receipt = bench.link.upload(BulkKind::Qualification, one_search(),
                                               test::reception_day, Deadline::after(10s));
        REQUIRE(receipt);
        REQUIRE(receipt->reception_number == "R-1");
        const auto delivering = bench.answer(
            "OQSmuquc02req_202611200002.xml",
            zipped ? "OQSmuquc02res_202611200002.zip" : "OQSmuquc02res_202611200002.xml",
            zipped ? test::zip_of({as_text(xml)}, test::ZipMethod::Deflated) : xml);
        const auto result = bench.link.download(BulkKind::Qualification, sample<BulkDownload>(),
                                                test::reception_day, Deadline::after(10s));
        REQUIRE(result);
        REQUIRE(std::get<BulkResult>(*result).units == sample<BulkResult>().units);
    }
}

TEST_CASE("a result that is not ready is no failure") {
    Bench bench;
    BulkResult working = sample<BulkResult>();
    working.units.clear();
    working.header.segment = {"2", ResultSegment::Pending};
    const auto service = bench.answer("OQSmuquc02req_202611200001.xml",
                                      "OQSmuquc02res_202611200001.xml", written(working));
    const auto result = bench.link.download(BulkKind::Qualification, sample<BulkDownload>(),
                                            test::reception_day, Deadline::after(600ms));
    REQUIRE(result);
    REQUIRE(std::holds_alternative<StillWorking>(*result));
}

TEST_CASE("another session's receipt and another form are not ours") {
    Bench bench;
    BulkReceipt theirs = sample<BulkReceipt>();
    theirs.header.session_id = "RT02-000001";
    SECTION("another session's") {
        const auto service = bench.answer("OQSmuquc01req_202611200001.xml",
                                          "OQSmuquc01res_202611200001.xml", written(theirs));
        REQUIRE(bench.link
                    .upload(BulkKind::Qualification, one_search(), test::reception_day,
                            Deadline::after(600ms))
                    .error()
                    .code() == ErrorCode::AnswerForeign);
    }
    SECTION("another form") {
        const auto service =
            bench.answer("OQSmuquc01req_202611200001.xml", "OQSmuquc01res_202611200001.xml",
                         written(sample<EligibilityAnswer>()));
        REQUIRE(bench.link
                    .upload(BulkKind::Qualification, one_search(), test::reception_day,
                            Deadline::after(10s))
                    .error()
                    .code() == ErrorCode::AnswerUnreadable);
    }
}

TEST_CASE("a bulk job holds what its kind asks for and nothing else") {
    const BulkUpload questions = one_search();
    BulkUpload entries = one_search();
    entries.searches.clear();
    entries.entries = sample<BulkUpload>().entries;
    BulkUpload month = one_search();
    month.searches.clear();
    month.treatment_month = "202611";
    BulkUpload period = one_search();
    period.searches.clear();
    period.consent_from = test::date(2026, 11, 1);
    period.consent_to = test::reception_day;
    BulkUpload backwards = period;
    std::swap(backwards.consent_from, backwards.consent_to);
    BulkUpload thirteenth = month;
    thirteenth.treatment_month = "202613";
    struct Row {
        const char* what;
        BulkUpload job;
        std::vector<BulkKind> kinds;
    };
    const std::vector<Row> rows{
        {"questions", questions, {BulkKind::Qualification}},
        {"entries", entries, {BulkKind::ReferenceNumber}},
        {"month", month, {BulkKind::MedicalAid}},
        {"period", period, {BulkKind::HomeVisit, BulkKind::OnlineCare}},
        {"period backwards", backwards, {}},
        {"month that is none", thirteenth, {}},
        {"everything at once", sample<BulkUpload>(), {}},
    };
    for (const Row& row : rows) {
        for (const BulkKind kind :
             {BulkKind::Qualification, BulkKind::ReferenceNumber, BulkKind::MedicalAid,
              BulkKind::HomeVisit, BulkKind::OnlineCare}) {
            INFO(row.what << " as " << name_of(kind));
            const bool allowed =
                std::find(row.kinds.begin(), row.kinds.end(), kind) != row.kinds.end();
            REQUIRE(oqs::write_bulk_upload(kind, row.job, {}).has_value() == allowed);
        }
    }
    REQUIRE(as_text(*oqs::write_bulk_upload(BulkKind::OnlineCare, period, {}))
                .find("<MedicalTreatmentFlag>3<") != std::string::npos);
    REQUIRE_FALSE(oqs::write_bulk_download({"9919999999", "RT01", "", {}, {}}, {}));
}
