// The national service through the shared folders of the linking application
// (連携アプリケーション): a request file in req, its answer in res. Source: eligibility interface
// notes, sections 1 to 5.
#pragma once

#include "eligibility/model/eligibility_link.hpp"
#include "eligibility/oqs/request_writer.hpp"

#include <chrono>
#include <filesystem>
#include <string>

namespace madoguchi::eligibility::oqs {

struct OqsFolderSettings {
    std::filesystem::path folder; // holds req, res and, where it is used, trash
    RequestFormat format;
    std::chrono::milliseconds poll_interval{50};
    // Content that does not parse may still be growing; unchanged for this long, it is the answer.
    std::chrono::milliseconds patience_with_unreadable{1000};
};

// One question at a time: not for use by two threads.
class OqsFolderLink final : public EligibilityLink {
public:
    explicit OqsFolderLink(OqsFolderSettings settings);

    // Only a file of our own request's name that echoes our session id and our question counts;
    // it is read when two reads in a row agree, and then moved to trash where that folder exists.
    // A request that nobody took is withdrawn. No other file is touched.
    [[nodiscard]] Result<EligibilityAnswer> ask(const EligibilityRequest& request,
                                                Deadline deadline) override;
    [[nodiscard]] Result<void> check() override;

private:
    // Gives the job under which the request stands.
    [[nodiscard]] Result<std::string> place_request(CivilDate date, ByteView content);

    OqsFolderSettings settings_;
    CivilDate counted_day_{};
    unsigned last_counter_ = 0;
};

} // namespace madoguchi::eligibility::oqs
