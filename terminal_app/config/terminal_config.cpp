#include "terminal_app/config/terminal_config.hpp"

#include "eligibility/fhir/https_client.hpp"
#include "face/models/pinned_file.hpp"
#include "terminal_app/config/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace madoguchi::terminal {

namespace {

constexpr int most_face_tries = 10;
constexpr int most_days_of_ties = 3650;
constexpr std::size_t facility_code_digits = 10;
constexpr std::array<std::string_view, 5> consent_items{"medication", "treatment", "surgery",
                                                        "checkup", "high_cost"};

class ConfigBuilder {
public:
    ConfigBuilder(TomlReader& toml, const std::filesystem::path& base) : toml_(toml), base_(base) {}

    TerminalConfig build() {
        TerminalConfig config;
        config.reader_name = toml_.text("reader.name").value_or("");
        config.camera_source = toml_.text("camera.source").value_or("");
        config.camera_frame = picture_size("camera.frame").value_or(config.camera_frame);
        config.surface_camera = toml_.text("surface.camera").value_or("");
        config.surface_frame = picture_size("surface.frame").value_or(config.surface_frame);
        config.surface_socket = path("surface.socket");
        check_surface(config);
        config.trust_anchors = required_path("trust.anchors");
        config.face_models = path("face.models");
        config.faces_are_rendered = faces_are_rendered();
        config.dlib_files = dlib_files();
        config.face_calibration = path("face.calibration");
        config.face_gates = path("face.gates");
        config.false_match_rate = false_match_rate();
        config.face_tries = static_cast<unsigned>(
            toml_.number("face.tries", 1, most_face_tries).value_or(config.face_tries));
        config.is_unattended = is_unattended();
        config.liveness = liveness(config.is_unattended);
        read_service(config);
        config.facility_code = facility_code();
        config.eligibility_deadline =
            std::chrono::seconds(toml_.number("eligibility.deadline_seconds", 1, 300).value_or(30));
        config.face_folder = path("eligibility.face_folder");
        config.face_wait =
            std::chrono::seconds(toml_.number("eligibility.face_wait_seconds", 1, 60).value_or(20));
        config.patient_index = required_path("patients.index");
        config.hand_over_folder = required_path("hand_over.folder");
        config.hand_over_format = hand_over_format();
        config.database = required_path("store.database");
        read_later(config);
        read_ties(config);
        config.server_port =
            static_cast<std::uint16_t>(toml_.number("server.port", 0, 65535).value_or(0));
        config.web_root = path("server.web_root");
        config.rules_table = path("rules.table");
        config.log_file = path("log.file");
        if (auto items = toml_.texts("consents.items")) {
            config.consent_items = checked_consents(std::move(*items));
        }
        return config;
    }

private:
    std::filesystem::path path(std::string_view key) {
        const std::string text = toml_.text(key).value_or("");
        return text.empty() ? std::filesystem::path() : base_ / text;
    }

    std::filesystem::path required_path(std::string_view key) {
        std::filesystem::path value = path(key);
        if (value.empty()) {
            toml_.report({std::string(key), "this key is missing", "give the path"});
        }
        return value;
    }

    eligibility::HandOverFormat hand_over_format() {
        using namespace eligibility::oqs;
        eligibility::HandOverFormat format;
        const std::string encoding = toml_.text("hand_over.encoding").value_or("utf-8");
        const std::string characters =
            toml_.text("hand_over.characters").value_or(encoding == "utf-8" ? "unicode" : "cp932");
        if (encoding != "utf-8" && encoding != "shift_jis") {
            toml_.report({"hand_over.encoding", "it names an encoding that does not exist",
                          "choose utf-8 or shift_jis"});
        }
        format.encoding = encoding == "utf-8" ? TextEncoding::Utf8 : TextEncoding::ShiftJis;
        bool is_known = false;
        for (const Repertoire one :
             {Repertoire::Unicode, Repertoire::Cp932, Repertoire::JisX0208}) {
            if (characters == name_of(one)) {
                format.repertoire = one;
                is_known = true;
            }
        }
        if (!is_known) {
            toml_.report({"hand_over.characters", "it names a set that does not exist",
                          "choose unicode, cp932 or jis-x-0208"});
        }
        format.with_json = toml_.flag("hand_over.json").value_or(false);
        format.with_fhir = toml_.flag("hand_over.fhir").value_or(false);
        return format;
    }

    std::filesystem::path beside_journal(const TerminalConfig& config, std::string_view key,
                                         const char* name) {
        std::filesystem::path given = path(key);
        return given.empty() ? config.database.parent_path() / name : given;
    }

    void read_ties(TerminalConfig& config) {
        config.ties_database = beside_journal(config, "ties.database", "ties.sqlite");
        config.ties_kept = days("ties.keep_days", config.ties_kept, most_days_of_ties);
    }

    void read_later(TerminalConfig& config) {
        config.later_database = beside_journal(config, "later.database", "later.sqlite");
        config.later_most_asks = static_cast<std::uint32_t>(
            toml_.number("later.most_asks", 1, 1000).value_or(config.later_most_asks));
        config.later_oldest = days("later.give_up_days", config.later_oldest);
        config.later_keeps_closed = days("later.keep_closed_days", config.later_keeps_closed);
    }

    std::chrono::days days(std::string_view key, std::chrono::days otherwise, int most = 365) {
        return std::chrono::days(toml_.number(key, 1, most).value_or(otherwise.count()));
    }

    // "1600x1200"
    std::optional<PictureSize> picture_size(std::string_view key) {
        const auto value = toml_.text(key);
        if (!value) {
            return std::nullopt;
        }
        const std::string_view text = *value;
        const std::size_t cross = std::min(text.find('x'), text.size());
        const auto width = side(text.substr(0, cross));
        const auto height = side(text.substr(std::min(cross + 1, text.size())));
        if (!width || !height) {
            toml_.report({std::string(key), "its value is not a size from 320x240 to 4096x4096",
                          "write it as \"1600x1200\""});
            return std::nullopt;
        }
        return PictureSize{*width, *height};
    }

    static std::optional<int> side(std::string_view text) {
        constexpr int least = 240;
        constexpr int most = 4096;
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool is_whole = error == std::errc() && end == text.data() + text.size();
        return is_whole && value >= least && value <= most ? std::optional(value) : std::nullopt;
    }

    void read_service(TerminalConfig& config) {
        config.eligibility_service = toml_.text("eligibility.service").value_or("");
        if (config.eligibility_service.empty()) {
            config.eligibility_folder = required_path("eligibility.folder");
            return;
        }
        if (!path("eligibility.folder").empty()) {
            toml_.report({"eligibility.service", "a folder is named as well",
                          "keep one of the two: folder, or service"});
        }
        const auto address = eligibility::fhir::parse_https_address(config.eligibility_service);
        if (!address) {
            toml_.report({"eligibility.service", "it is not https://HOST[:PORT][/PATH]",
                          "give the address of the FHIR service's base"});
        }
        config.service_authority = required_path("eligibility.authority");
        config.service_certificate = required_path("eligibility.certificate");
        config.service_key = required_path("eligibility.key");
    }

    void check_surface(const TerminalConfig& config) {
        if (!config.surface_camera.empty() && !config.surface_socket.empty()) {
            toml_.report({"surface.socket", "a surface camera is named as well",
                          "keep one of the two: camera, or socket"});
        }
        if (!config.surface_camera.empty() && config.surface_camera == config.camera_source) {
            toml_.report(
                {"surface.camera", "it is the camera that looks at the person",
                 "give the document camera above the card; see `v4l2-ctl --list-devices`"});
        }
    }

    // Faces are compared within their population (face/models/model_set.hpp).
    bool faces_are_rendered() {
        const std::string population = toml_.text("face.population").value_or("east_asian");
        if (population != "east_asian" && population != "rendered") {
            toml_.report({"face.population", "it names a population that does not exist",
                          "choose east_asian, or rendered for a demonstration"});
        }
        return population == "rendered";
    }

    // The files may be named before the engine is chosen.
    std::optional<face::DlibFiles> dlib_files() {
        const std::string engine = toml_.text("face.engine").value_or("opencv");
        if (engine != "opencv" && engine != "dlib") {
            toml_.report({"face.engine", "it names an engine that does not exist",
                          "choose opencv, or dlib with its two files"});
        }
        const bool is_needed = engine == "dlib";
        face::DlibFiles files{pinned_file("face.dlib_shape", is_needed),
                              pinned_file("face.dlib_network", is_needed)};
        return is_needed ? std::optional(std::move(files)) : std::nullopt;
    }

    face::PinnedFile pinned_file(const std::string& key, bool is_needed) {
        const std::string key_of_hash = key + "_sha256";
        face::PinnedFile file{path(key), toml_.text(key_of_hash).value_or("")};
        if (is_needed && file.path.empty()) {
            toml_.report({key, "this key is missing", "give the path, or choose engine opencv"});
        }
        if (is_needed && !face::is_sha256(file.sha256)) {
            toml_.report({key_of_hash, "it is missing or is no SHA-256",
                          "give the file's hash as sha256sum prints it"});
        }
        return file;
    }

    face::FalseMatchRate false_match_rate() {
        const std::string rate = toml_.text("face.false_match_rate").value_or("1e-3");
        if (rate == "1e-2") {
            return face::FalseMatchRate::OneInHundred;
        }
        if (rate == "1e-4") {
            return face::FalseMatchRate::OneInTenThousand;
        }
        if (rate != "1e-3") {
            toml_.report({"face.false_match_rate", "it names a rate that does not exist",
                          R"(choose "1e-2", "1e-3" or "1e-4")"});
        }
        return face::FalseMatchRate::OneInThousand;
    }

    face::LivenessMode liveness(bool is_unattended) {
        const std::string mode = toml_.text("face.liveness").value_or("staff-notice");
        if (mode == "required") {
            return face::LivenessMode::Required;
        }
        if (mode == "off") {
            if (is_unattended) {
                toml_.report({"face.liveness", "it is off where nobody sees the patient",
                              "choose required or staff-notice, or face.desk = \"attended\""});
            }
            return face::LivenessMode::Off;
        }
        if (mode != "staff-notice") {
            toml_.report({"face.liveness", "it names a policy that does not exist",
                          "choose off, staff-notice or required"});
        }
        return face::LivenessMode::StaffNotice;
    }

    bool is_unattended() {
        const std::string desk = toml_.text("face.desk").value_or("attended");
        if (desk != "attended" && desk != "unattended") {
            toml_.report({"face.desk", "it names a kind of desk that does not exist",
                          "choose attended or unattended"});
        }
        return desk == "unattended";
    }

    std::string facility_code() {
        const auto code = toml_.text("eligibility.facility_code");
        const bool right =
            code && code->size() == facility_code_digits &&
            std::all_of(code->begin(), code->end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!right) {
            toml_.report({"eligibility.facility_code", "it is missing or does not have 10 digits",
                          "give the facility's code (医療機関コード) in quotation marks"});
        }
        return code.value_or("");
    }

    std::vector<std::string> checked_consents(std::vector<std::string> items) {
        for (const std::string& item : items) {
            if (std::find(consent_items.begin(), consent_items.end(), item) ==
                consent_items.end()) {
                toml_.report({"consents.items", "it names an item that does not exist",
                              "choose from medication, treatment, surgery, checkup, high_cost"});
            }
        }
        return items;
    }

    TomlReader& toml_;
    const std::filesystem::path& base_;
};

} // namespace

std::string to_text(const ConfigProblem& problem) {
    if (problem.key.empty()) {
        return fmt::format("settings: {}; {}", problem.cause, problem.remedy);
    }
    return fmt::format("settings: {}: {}; {}", problem.key, problem.cause, problem.remedy);
}

tl::expected<TerminalConfig, ConfigProblem> parse_config(std::string_view text,
                                                         const std::filesystem::path& base_folder) {
    auto toml = TomlReader::parse(text);
    if (!toml) {
        return tl::unexpected(toml.error());
    }
    TerminalConfig config = ConfigBuilder(*toml, base_folder).build();
    if (auto problem = toml->problem()) {
        return tl::unexpected(std::move(*problem));
    }
    return config;
}

tl::expected<TerminalConfig, ConfigProblem> load_config(const std::filesystem::path& file) {
    const auto text = read_settings(file);
    return text ? parse_config(*text, std::filesystem::absolute(file).parent_path())
                : tl::unexpected(text.error());
}

} // namespace madoguchi::terminal
