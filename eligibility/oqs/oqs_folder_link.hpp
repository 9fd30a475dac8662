// The national service through its shared folders: single questions by insurance numbers.
#pragma once

#include "eligibility/model/eligibility_link.hpp"
#include "eligibility/oqs/folder_exchange.hpp"

namespace madoguchi::eligibility::oqs {

// One question at a time: not for use by two threads.
class OqsFolderLink final : public EligibilityLink {
public:
    explicit OqsFolderLink(OqsFolderSettings settings) : exchange_(std::move(settings)) {}

    // Only an answer that echoes our session id and our question counts. Files: as FolderExchange.
    [[nodiscard]] std::string_view name() const noexcept override { return "oqs"; }
    [[nodiscard]] Result<EligibilityAnswer> ask(const EligibilityRequest& request,
                                                Deadline deadline) override;
    [[nodiscard]] Result<void> check() override { return exchange_.check(); }

private:
    FolderExchange exchange_;
};

} // namespace madoguchi::eligibility::oqs
