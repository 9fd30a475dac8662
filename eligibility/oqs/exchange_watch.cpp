#include "eligibility/oqs/exchange_watch.hpp"

#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "hal/base/log.hpp"

#include <algorithm>
#include <system_error>
#include <thread>

namespace madoguchi::eligibility::oqs {

ExchangeWatch::ExchangeWatch(const OqsFolderSettings& settings, const Exchange& exchange,
                             std::string job)
    : settings_(settings), exchange_(exchange), job_(std::move(job)),
      unchanged_since_(Deadline::Clock::now()) {
}

Result<ExchangeEnd> ExchangeWatch::wait(Deadline deadline) {
    for (;;) {
        if (auto end = look()) {
            return std::move(*end);
        }
        if (deadline.has_passed()) {
            return is_pending_ ? Result<ExchangeEnd>(ExchangeEnd::StillPending)
                               : Result<ExchangeEnd>(fail(explain_silence()));
        }
        std::this_thread::sleep_for(std::min(settings_.poll_interval, deadline.remaining()));
    }
}

std::optional<Result<ExchangeEnd>> ExchangeWatch::look() {
    std::optional<Candidate> candidate = read_candidate();
    if (!candidate) {
        return std::nullopt;
    }
    if (candidate->content == last_read_) {
        return is_set_aside_ ? std::nullopt : judge(*candidate);
    }
    last_read_ = std::move(candidate->content);
    unchanged_since_ = Deadline::Clock::now();
    is_set_aside_ = false;
    return std::nullopt; // one read more must say the same
}

std::optional<Result<ExchangeEnd>> ExchangeWatch::judge(const Candidate& candidate) {
    const Judgement judgement = exchange_.judge(candidate.content);
    switch (judgement.kind) {
    case Judgement::Kind::Unreadable: {
        trouble_ = judgement.error;
        const auto unchanged_for = Deadline::Clock::now() - unchanged_since_;
        return unchanged_for < settings_.patience_with_unreadable
                   ? std::nullopt
                   : std::optional(Result<ExchangeEnd>(fail(*judgement.error)));
    }
    case Judgement::Kind::Foreign:
        is_set_aside_ = true;
        log::write(log::Level::Warning, "foreign answer ignored", {{"count", ++foreign_answers_}});
        trouble_ = Error(ErrorCode::AnswerForeign,
                         "the answer under our request's name is for another question; check that "
                         "no other program numbers its requests alike");
        return std::nullopt;
    case Judgement::Kind::Pending:
        is_set_aside_ = true;
        is_pending_ = true;
        return std::nullopt;
    case Judgement::Kind::Final:
        move_to_trash(candidate.name);
        return Result<ExchangeEnd>(ExchangeEnd::Answered);
    }
    return std::nullopt;
}

// From res or, when another program was faster, from trash.
std::optional<ExchangeWatch::Candidate> ExchangeWatch::read_candidate() {
    const std::string xml = answer_file_name(job_, exchange_.prefix);
    const std::string zip = exchange_.may_be_zip ? xml.substr(0, xml.size() - 4) + ".zip" : xml;
    for (const char* place : {"res", "trash"}) {
        for (const std::string& name : {xml, zip}) {
            auto content = read_at_most(settings_.folder / place / name, exchange_.answer_limit);
            if (!content) {
                trouble_ = content.error();
            } else if (*content) {
                return Candidate{place, name, std::move(**content)};
            }
        }
    }
    return std::nullopt;
}

Error ExchangeWatch::explain_silence() const {
    if (!is_folder(settings_.folder / "res")) {
        return {ErrorCode::LinkUnavailable,
                "the shared folder went away while waiting; check the share and the network"};
    }
    if (trouble_) {
        return *trouble_;
    }
    if (is_there(settings_.folder / "req" / request_file_name(job_, exchange_.prefix))) {
        return {ErrorCode::AnswerLate,
                "the request was not taken in time; check that the linking application runs"};
    }
    return {ErrorCode::AnswerLate,
            "the request was taken and no answer came in time; the service may be slow or down"};
}

void ExchangeWatch::move_to_trash(const std::string& name) const {
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
