#include "eligibility/oqs/oqs_folder_link.hpp"

#include "eligibility/oqs/answer_watch.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr unsigned jobs_per_day = 9999;

// Whether any file of that job is about, also one of a program that numbers like we do.
bool is_job_used(const std::filesystem::path& folder, const std::string& job) {
    return is_there(folder / "req" / request_file_name(job)) ||
           is_there(folder / "res" / answer_file_name(job)) ||
           is_there(folder / "trash" / answer_file_name(job));
}

} // namespace

OqsFolderLink::OqsFolderLink(OqsFolderSettings settings) : settings_(std::move(settings)) {
}

Result<void> OqsFolderLink::check() {
    if (!is_folder(settings_.folder / "req") || !is_folder(settings_.folder / "res")) {
        return fail(ErrorCode::LinkUnavailable,
                    "the shared folder has no req and res; check its path, the share and the "
                    "network");
    }
    return {};
}

Result<EligibilityAnswer> OqsFolderLink::ask(const EligibilityRequest& request, Deadline deadline) {
    MADOGUCHI_TRY(check());
    const Bytes content = MADOGUCHI_TRY(write_request(request, settings_.format));
    const std::string job = MADOGUCHI_TRY(place_request(request.date, content));
    AnswerWatch watch(settings_, request, job);
    auto answer = watch.wait(deadline);
    // Nobody waits for it any more, and it names a patient.
    std::error_code ignored; // mostly gone already: the linking application took it
    std::filesystem::remove(settings_.folder / "req" / request_file_name(job), ignored);
    return answer;
}

Result<std::string> OqsFolderLink::place_request(CivilDate date, ByteView content) {
    if (date != counted_day_) {
        counted_day_ = date;
        last_counter_ = 0;
    }
    while (last_counter_ < jobs_per_day) {
        const std::string job = job_name(date, ++last_counter_);
        if (is_job_used(settings_.folder, job)) {
            continue;
        }
        const Placing placing =
            MADOGUCHI_TRY(place_file(settings_.folder / "req", request_file_name(job), content));
        if (placing == Placing::Placed) {
            return job;
        }
    }
    return fail(ErrorCode::LinkUnavailable, "all 9999 request names of the day are used");
}

} // namespace madoguchi::eligibility::oqs
