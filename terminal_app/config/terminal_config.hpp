// The settings of madoguchi-terminal: packaging/terminal.example.toml shows each key.
#pragma once

#include "eligibility/hand_over/hand_over_writer.hpp"
#include "face/liveness/liveness_mode.hpp"
#include "face/match/match_thresholds.hpp"
#include "face/models/dlib_files.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::terminal {

// Pixels.
struct PictureSize {
    int width = 0;
    int height = 0;
};

struct TerminalConfig {
    std::string reader_name;   // empty: any reader, the card decides
    std::string camera_source; // as drivers/camera describes them; empty: no camera
    PictureSize camera_frame{640, 480};
    // One of the two at most; neither: the number is typed.
    std::string surface_camera; // described likewise
    PictureSize surface_frame{1600, 1200};
    std::filesystem::path surface_socket;
    std::filesystem::path trust_anchors;
    std::filesystem::path face_models; // empty: no face way
    bool faces_are_rendered = false;   // the invented people of a demonstration, not real ones
    std::optional<face::DlibFiles> dlib_files; // present: face.engine is dlib
    std::filesystem::path face_calibration;    // empty: the project's own
    std::filesystem::path face_gates; // of this camera (camera_gates.hpp); empty: the usual
    face::FalseMatchRate false_match_rate = face::FalseMatchRate::OneInThousand;
    face::LivenessMode liveness = face::LivenessMode::StaffNotice;
    unsigned face_tries = 3;                   // starts of the face way in one visit
    bool is_unattended = false;                // nobody of the staff sees the patient
    std::filesystem::path eligibility_folder;  // of OQS files; empty: a FHIR service is asked
    std::string eligibility_service;           // its address; empty: the folder is used
    std::filesystem::path service_authority;   // PEM: issuers of the service's certificate
    std::filesystem::path service_certificate; // PEM: ours
    std::filesystem::path service_key;
    std::string facility_code; // 医療機関コード, 10 digits
    std::chrono::seconds eligibility_deadline{30};
    std::filesystem::path face_folder; // answers of an official reader come there; empty: none do
    std::chrono::seconds face_wait{20};
    std::filesystem::path patient_index;
    std::filesystem::path hand_over_folder;
    eligibility::HandOverFormat hand_over_format;
    std::filesystem::path database;
    std::filesystem::path later_database; // of what is to be confirmed later; own file, own key
    std::uint32_t later_most_asks = 12;
    std::chrono::days later_oldest{30};
    std::chrono::days later_keeps_closed{30};
    std::filesystem::path ties_database; // of what earlier visits tied together; own file, own key
    std::chrono::days ties_kept{400};    // since they were last met
    std::uint16_t server_port = 0;       // 0: the system chooses
    std::filesystem::path web_root;
    std::vector<std::string> consent_items{"medication", "treatment", "surgery", "checkup",
                                           "high_cost"};
    std::filesystem::path rules_table; // of dated rules (docs/dated-rules.md); empty: the built-in
    std::filesystem::path log_file;    // empty: standard error
};

// What is wrong with a settings file, in words for the engineer: key, cause and remedy. Settings
// hold no personal data, so this text may be shown.
struct ConfigProblem {
    std::string key; // "server.port"; empty when the file as a whole is meant
    std::string cause;
    std::string remedy;
};

[[nodiscard]] std::string to_text(const ConfigProblem& problem);

// Relative paths are taken from the folder of the settings file.
[[nodiscard]] tl::expected<TerminalConfig, ConfigProblem>
load_config(const std::filesystem::path& file);

[[nodiscard]] tl::expected<TerminalConfig, ConfigProblem>
parse_config(std::string_view text, const std::filesystem::path& base_folder);

} // namespace madoguchi::terminal
