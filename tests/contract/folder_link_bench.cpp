#include "eligibility/oqs/oqs_folder_link.hpp"
#include "hw-sim/eligibility/eligibility_service.hpp"
#include "tests/contract/eligibility_link_bench.hpp"
#include "tests/support/temporary_folder.hpp"

#include <thread>

namespace madoguchi::test {

namespace {

using std::chrono_literals::operator""ms;

// Through real folders: two implementations of the interface, written apart, meet here.
class FolderLinkBench final : public EligibilityLinkBench {
public:
    FolderLinkBench(const sim::ServiceScenario& scenario, const sim::InsuredRegister& people,
                    sim::FileEncoding encoding)
        : service_(
              *sim::EligibilityService::open(service_settings(scenario, encoding), people, clock_)),
          link_(link_settings()), server_([this](const std::stop_token& stop) { serve(stop); }) {}

    eligibility::EligibilityLink& link() override { return link_; }

private:
    [[nodiscard]] sim::EligibilityServiceSettings
    service_settings(const sim::ServiceScenario& scenario, sim::FileEncoding encoding) const {
        sim::EligibilityServiceSettings settings;
        settings.folder = folder_.path();
        settings.scenario = &scenario;
        settings.encoding = encoding;
        settings.delay = 5ms;
        return settings;
    }

    [[nodiscard]] eligibility::oqs::OqsFolderSettings link_settings() const {
        eligibility::oqs::OqsFolderSettings settings;
        settings.folder = folder_.path();
        settings.poll_interval = 5ms;
        settings.patience_with_unreadable = 50ms;
        return settings;
    }

    void serve(const std::stop_token& stop) {
        while (!stop.stop_requested() && service_.work()) {
            std::this_thread::sleep_for(2ms);
        }
    }

    TemporaryFolder folder_;
    SystemClock clock_;
    sim::EligibilityService service_;
    eligibility::oqs::OqsFolderLink link_;
    std::jthread server_; // last: it stops before what it uses goes
};

EligibilityLinkKind kind(std::string name, sim::FileEncoding encoding) {
    return {std::move(name),
            [encoding](const sim::ServiceScenario& scenario, const sim::InsuredRegister& people) {
                return std::make_unique<FolderLinkBench>(scenario, people, encoding);
            }};
}

} // namespace

EligibilityLinkKind folder_link_kind() {
    return kind("folder", sim::FileEncoding::Utf8);
}

EligibilityLinkKind shift_jis_folder_link_kind() {
    return kind("folder in Shift_JIS", sim::FileEncoding::ShiftJis);
}

} // namespace madoguchi::test
