// Waits for one answer file: tells growing from finished, ours from foreign, pending from final.
#pragma once

#include "eligibility/model/eligibility_request.hpp"
#include "eligibility/oqs/answer_reader.hpp"
#include "eligibility/oqs/oqs_folder_link.hpp"
#include "hal/base/deadline.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace madoguchi::eligibility::oqs {

class AnswerWatch {
public:
    // settings and request must outlive the watch.
    AnswerWatch(const OqsFolderSettings& settings, const EligibilityRequest& request,
                std::string job);

    // Errors: as EligibilityLink::ask.
    [[nodiscard]] Result<EligibilityAnswer> wait(Deadline deadline);

private:
    [[nodiscard]] std::optional<Result<EligibilityAnswer>> look();
    [[nodiscard]] std::optional<Result<EligibilityAnswer>> judge(const Bytes& content);
    [[nodiscard]] std::optional<Bytes> read_candidate();
    [[nodiscard]] Error explain_silence() const;
    void move_to_trash() const;

    const OqsFolderSettings& settings_;
    const EligibilityRequest& request_;
    std::string job_;
    Bytes last_read_;
    Deadline::Clock::time_point unchanged_since_;
    bool is_set_aside_ = false; // what was last read is foreign or pending; only a change counts
    std::int64_t foreign_answers_ = 0;
    std::optional<EligibilityAnswer> pending_;
    std::optional<Error> trouble_; // the latest: unreadable, foreign, or no permission
};

} // namespace madoguchi::eligibility::oqs
