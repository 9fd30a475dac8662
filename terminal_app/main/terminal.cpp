#include "terminal_app/main/terminal.hpp"

#include "drivers/camera/camera_source.hpp"
#include "drivers/pcsc/pcsc_monitor.hpp"
#include "drivers/pcsc/pcsc_reader_directory.hpp"
#include "drivers/surface/surface_socket.hpp"
#include "eligibility/fhir/fhir_link.hpp"
#include "eligibility/oqs/oqs_folder_link.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "hal/base/log.hpp"
#include "terminal_app/main/face_settings.hpp"
#include "terminal_app/service/camera_number_source.hpp"

#include <algorithm>

namespace madoguchi::terminal {

namespace {

// The photo is compared and shown to staff at the same time.
face::SandboxSettings photo_sandbox() {
    face::SandboxSettings settings = face::portrait_sandbox();
    settings.kept_ready = 2;
    return settings;
}

} // namespace

struct Terminal::Drivers {
    SystemClock clock;
    drivers::PcscReaderDirectory readers;
    drivers::PcscMonitor monitor;
    std::unique_ptr<hal::CameraSource> surface_camera;
    std::unique_ptr<hal::SurfaceNumberSource> surface;
    std::unique_ptr<hal::CameraSource> camera;
    face::SandboxedDecoder decoder{photo_sandbox()};
    std::unique_ptr<eligibility::EligibilityLink> link;
    std::unique_ptr<eligibility::EligibilityLink> later_link; // its own: links serve one thread
};

void Terminal::DriversDeleter::operator()(Drivers* drivers) const noexcept {
    delete drivers; // NOLINT(cppcoreguidelines-owning-memory): this is the owner
}

namespace {

std::vector<eligibility::ConsentItem> consent_items(const TerminalConfig& config) {
    std::vector<eligibility::ConsentItem> items;
    for (const std::string& name : config.consent_items) {
        const auto* const found = std::find_if(
            eligibility::all_consent_items.begin(), eligibility::all_consent_items.end(),
            [&](eligibility::ConsentItem item) { return name_of(item) == name; });
        if (found != eligibility::all_consent_items.end()) {
            items.push_back(*found);
        }
    }
    return items;
}

Result<std::unique_ptr<hal::CameraSource>> open_source(const std::string& description,
                                                       PictureSize size) {
    return drivers::camera_source(description, {size.width, size.height});
}

Result<std::unique_ptr<eligibility::EligibilityLink>> make_link(const TerminalConfig& config,
                                                                const Clock& clock) {
    if (config.eligibility_service.empty()) {
        return std::make_unique<eligibility::oqs::OqsFolderLink>(
            eligibility::oqs::OqsFolderSettings{config.eligibility_folder, {}});
    }
    auto endpoint =
        MADOGUCHI_TRY(eligibility::fhir::parse_https_address(config.eligibility_service));
    endpoint.trusted_certificates = config.service_authority;
    endpoint.certificate = config.service_certificate;
    endpoint.key = config.service_key;
    return std::make_unique<eligibility::fhir::FhirLink>(std::move(endpoint), clock);
}

// Patients are received without the list, too; only nothing is promised to them then.
std::shared_ptr<LaterList> open_later_list(const TerminalConfig& config, const Clock& clock) {
    auto list = LaterList::open(config.later_database, clock);
    if (!list) {
        log::write_error(log::Level::Error, "later_list_unusable", list.error());
        return nullptr;
    }
    if (!list->moved_aside().empty()) {
        log::write(log::Level::Error, "later_list_damaged_and_moved_aside");
    }
    const auto foreign = list->foreign_keys();
    if (foreign && !foreign->empty()) {
        log::write(log::Level::Error, "later_list_has_rows_under_other_keys",
                   {{"keys", static_cast<std::int64_t>(foreign->size())}});
    }
    return std::make_shared<LaterList>(std::move(*list));
}

std::optional<TieStore> open_ties(const TerminalConfig& config) {
    auto ties = TieStore::open(config.ties_database);
    if (!ties) {
        log::write_error(log::Level::Error, "ties_unusable", ties.error());
        return std::nullopt;
    }
    if (!ties->moved_aside().empty()) {
        log::write(log::Level::Error, "ties_damaged_and_moved_aside");
    }
    return std::move(*ties);
}

Result<ReceptionSettings> make_settings(const TerminalConfig& config,
                                        const face::GateLimits& gates) {
    ReceptionOptions options;
    options.consent_items = consent_items(config);
    options.face_starts = config.face_tries;
    return ReceptionSettings{config.reader_name,
                             std::move(options),
                             {config.patient_index,
                              config.hand_over_folder,
                              config.facility_code,
                              config.eligibility_deadline,
                              config.hand_over_format,
                              config.ties_kept,
                              {config.face_folder, config.face_wait}},
                             MADOGUCHI_TRY(jpki::TrustAnchors::load(config.trust_anchors)),
                             MADOGUCHI_TRY(make_face_settings(config, gates)),
                             MADOGUCHI_TRY(AuditJournal::open(config.database))};
}

} // namespace

Result<std::unique_ptr<Terminal>> Terminal::start(const TerminalConfig& config,
                                                  const face::GateLimits& gates) {
    ReceptionSettings settings = MADOGUCHI_TRY(make_settings(config, gates));
    std::unique_ptr<Terminal> terminal(new Terminal);
    terminal->drivers_.reset(new Drivers);
    Drivers& drivers = *terminal->drivers_;
    if (!config.surface_socket.empty()) {
        drivers.surface = std::make_unique<drivers::SurfaceSocket>(config.surface_socket);
    } else if (!config.surface_camera.empty()) {
        drivers.surface_camera =
            MADOGUCHI_TRY(open_source(config.surface_camera, config.surface_frame));
        drivers.surface = std::make_unique<CameraNumberSource>(
            *drivers.surface_camera, surface::NumberReader::create(), drivers.clock);
    }
    if (!config.camera_source.empty()) {
        drivers.camera = MADOGUCHI_TRY(open_source(config.camera_source, config.camera_frame));
    }
    drivers.link = MADOGUCHI_TRY(make_link(config, drivers.clock));
    drivers.later_link = MADOGUCHI_TRY(make_link(config, drivers.clock));
    terminal->fallback_ = std::make_shared<FallbackDesk>(config.hand_over_folder, drivers.clock);
    settings.options.on_unsettled = [desk = terminal->fallback_](UnsettledVisit visit) {
        desk->offer(std::move(visit));
    };
    settings.later_list = terminal->later_list_ = open_later_list(config, drivers.clock);
    settings.later_journal = MADOGUCHI_TRY(AuditJournal::open(config.database));
    settings.ties = open_ties(config);
    settings.later_policy = {config.later_most_asks, config.later_oldest,
                             config.later_keeps_closed};
    terminal->reception_ = std::make_unique<RunningReception>(
        ReceptionPorts{drivers.readers, drivers.monitor, drivers.surface.get(),
                       drivers.camera.get(), drivers.decoder, *drivers.link, *drivers.later_link,
                       drivers.clock},
        std::move(settings));
    return terminal;
}

} // namespace madoguchi::terminal
