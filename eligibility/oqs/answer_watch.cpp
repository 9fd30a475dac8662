#include "eligibility/oqs/answer_watch.hpp"

#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "hal/base/log.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <thread>

namespace madoguchi::eligibility::oqs {

namespace {

bool echoes_question(const SearchEcho& echo, const EligibilityRequest& request) {
    return echo.insurance.insurer_number == request.insurance.insurer_number &&
           echo.insurance.number == request.insurance.number &&
           (!echo.birth_date || *echo.birth_date == request.birth_date);
}

// What we sent comes back, or the answer is somebody else's.
bool belongs_to(const EligibilityRequest& request, const EligibilityAnswer& answer) {
    return answer.session_id == request.session_id &&
           (!answer.confirmation_date || *answer.confirmation_date == request.date) &&
           (!answer.search_echo || echoes_question(*answer.search_echo, request));
}

} // namespace

AnswerWatch::AnswerWatch(const OqsFolderSettings& settings, const EligibilityRequest& request,
                         std::string job)
    : settings_(settings), request_(request), job_(std::move(job)),
      unchanged_since_(Deadline::Clock::now()) {
}

Result<EligibilityAnswer> AnswerWatch::wait(Deadline deadline) {
    for (;;) {
        if (auto answer = look()) {
            return std::move(*answer);
        }
        if (deadline.has_passed()) {
            return pending_ ? Result<EligibilityAnswer>(std::move(*pending_))
                            : Result<EligibilityAnswer>(fail(explain_silence()));
        }
        std::this_thread::sleep_for(std::min(settings_.poll_interval, deadline.remaining()));
    }
}

std::optional<Result<EligibilityAnswer>> AnswerWatch::look() {
    std::optional<Bytes> content = read_candidate();
    if (!content) {
        return std::nullopt;
    }
    if (*content == last_read_) {
        return is_set_aside_ ? std::nullopt : judge(last_read_);
    }
    last_read_ = std::move(*content);
    unchanged_since_ = Deadline::Clock::now();
    is_set_aside_ = false;
    return std::nullopt; // one read more must say the same
}

std::optional<Result<EligibilityAnswer>> AnswerWatch::judge(const Bytes& content) {
    auto file = read_answer(content);
    if (!file) {
        trouble_ = file.error();
        const auto unchanged_for = Deadline::Clock::now() - unchanged_since_;
        return unchanged_for < settings_.patience_with_unreadable
                   ? std::nullopt
                   : std::optional(Result<EligibilityAnswer>(fail(file.error())));
    }
    if (!belongs_to(request_, file->answer)) {
        is_set_aside_ = true;
        log::write(log::Level::Warning, "foreign answer ignored", {{"count", ++foreign_answers_}});
        trouble_ = Error(ErrorCode::AnswerForeign,
                         "the answer under our request's name is for another question; check that "
                         "no other program numbers its requests alike");
        return std::nullopt;
    }
    if (file->answer.segment.means(ResultSegment::Pending)) {
        is_set_aside_ = true;
        pending_ = std::move(file->answer);
        return std::nullopt;
    }
    move_to_trash();
    return Result<EligibilityAnswer>(std::move(file->answer));
}

// From res or, when another program was faster, from trash.
std::optional<Bytes> AnswerWatch::read_candidate() {
    for (const char* place : {"res", "trash"}) {
        const auto content =
            read_at_most(settings_.folder / place / answer_file_name(job_), file_size_limit);
        if (!content) {
            trouble_ = content.error();
        } else if (*content) {
            return *content;
        }
    }
    return std::nullopt;
}

Error AnswerWatch::explain_silence() const {
    if (!is_folder(settings_.folder / "res")) {
        return {ErrorCode::LinkUnavailable,
                "the shared folder went away while waiting; check the share and the network"};
    }
    if (trouble_) {
        return *trouble_;
    }
    if (is_there(settings_.folder / "req" / request_file_name(job_))) {
        return {ErrorCode::AnswerLate,
                "the request was not taken in time; check that the linking application runs"};
    }
    return {ErrorCode::AnswerLate,
            "the request was taken and no answer came in time; the service may be slow or down"};
}

void AnswerWatch::move_to_trash() const {
    const std::string name = answer_file_name(job_);
    if (!is_folder(settings_.folder / "trash")) {
        return; // this site leaves answers where they are
    }
    std::error_code error;
    std::filesystem::rename(settings_.folder / "res" / name, settings_.folder / "trash" / name,
                            error);
    // Gone already means that another program took it to the same place.
    if (error && error != std::errc::no_such_file_or_directory) {
        log::write(log::Level::Warning, "answer file not moved to trash",
                   {{"system_code", std::int64_t{error.value()}}});
    }
}

} // namespace madoguchi::eligibility::oqs
