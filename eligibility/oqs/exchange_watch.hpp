// Waits for one answer file: tells growing from finished, ours from foreign, pending from final.
#pragma once

#include "eligibility/oqs/folder_exchange.hpp"

#include <optional>
#include <string>

namespace madoguchi::eligibility::oqs {

class ExchangeWatch {
public:
    // settings and exchange must outlive the watch.
    ExchangeWatch(const OqsFolderSettings& settings, const Exchange& exchange, std::string job);

    // Errors: as FolderExchange::run.
    [[nodiscard]] Result<ExchangeEnd> wait(Deadline deadline);

private:
    struct Candidate {
        const char* place; // "res" or "trash"
        std::string name;
        Bytes content;
    };

    [[nodiscard]] std::optional<Result<ExchangeEnd>> look();
    [[nodiscard]] std::optional<Result<ExchangeEnd>> judge(const Candidate& candidate);
    [[nodiscard]] std::optional<Candidate> read_candidate();
    [[nodiscard]] Error explain_silence() const;
    void move_to_trash(const std::string& name) const;

    const OqsFolderSettings& settings_;
    const Exchange& exchange_;
    std::string job_;
    Bytes last_read_;
    Deadline::Clock::time_point unchanged_since_;
    bool is_set_aside_ = false; // what was last read is foreign or pending; only a change counts
    bool is_pending_ = false;   // the service said that it is still working
    std::int64_t foreign_answers_ = 0;
    std::optional<Error> trouble_; // the latest: unreadable, foreign, or no permission
};

} // namespace madoguchi::eligibility::oqs
