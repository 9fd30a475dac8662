#include "eligibility/oqs/folder_exchange.hpp"

#include "eligibility/oqs/exchange_watch.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"

#include <system_error>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr unsigned jobs_per_day = 9999;

// Whether any file of that job is about, also one of a program that numbers like we do.
bool is_job_used(const std::filesystem::path& folder, const std::string& job,
                 std::string_view prefix) {
    return is_there(folder / "req" / request_file_name(job, prefix)) ||
           is_there(folder / "res" / answer_file_name(job, prefix)) ||
           is_there(folder / "trash" / answer_file_name(job, prefix));
}

} // namespace

Result<void> FolderExchange::check() const {
    if (!is_folder(settings_.folder / "req") || !is_folder(settings_.folder / "res")) {
        return fail(ErrorCode::LinkUnavailable,
                    "the shared folder has no req and res; check its path, the share and the "
                    "network");
    }
    return {};
}

Result<ExchangeEnd> FolderExchange::run(const Exchange& exchange, Deadline deadline) {
    MADOGUCHI_TRY(check());
    const std::string job = MADOGUCHI_TRY(place_request(exchange));
    auto end = ExchangeWatch(settings_, exchange, job).wait(deadline);
    // Nobody waits for it any more, and it names a patient.
    std::error_code ignored; // mostly gone already: the linking application took it
    std::filesystem::remove(settings_.folder / "req" / request_file_name(job, exchange.prefix),
                            ignored);
    return end;
}

Result<std::string> FolderExchange::place_request(const Exchange& exchange) {
    if (exchange.date != counted_day_) {
        counted_day_ = exchange.date;
        last_counter_ = 0;
    }
    while (last_counter_ < jobs_per_day) {
        const std::string job = job_name(exchange.date, ++last_counter_);
        if (is_job_used(settings_.folder, job, exchange.prefix)) {
            continue;
        }
        const Placing placing = MADOGUCHI_TRY(place_file(
            settings_.folder / "req", request_file_name(job, exchange.prefix), exchange.content));
        if (placing == Placing::Placed) {
            return job;
        }
    }
    return fail(ErrorCode::LinkUnavailable, "all 9999 request names of the day are used");
}

} // namespace madoguchi::eligibility::oqs
