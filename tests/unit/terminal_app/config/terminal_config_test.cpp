#include "terminal_app/config/terminal_config.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi::terminal;

namespace {

const std::string whole = R"(
[reader]
name = "Reader A"
[camera]
source = "pictures:/srv/faces"
[trust]
anchors = "anchors"
[eligibility]
folder = "/srv/oqs"
facility_code = "1312345678"
deadline_seconds = 12
[patients]
index = "patients.csv"
[hand_over]
folder = "out"
[store]
database = "journal.sqlite"
[server]
port = 8086
web_root = "web"
)";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("a whole settings file becomes a value, paths taken from its folder") {
    const auto config = parse_config(whole, "/etc/madoguchi");
    REQUIRE(config.has_value());
    CHECK(config->reader_name == "Reader A");
    CHECK(config->camera_source == "pictures:/srv/faces");
    CHECK(config->trust_anchors == "/etc/madoguchi/anchors");
    CHECK(config->eligibility_folder == "/srv/oqs");
    CHECK(config->eligibility_deadline == std::chrono::seconds(12));
    CHECK(config->server_port == 8086);
    CHECK(config->face_models.empty());
    CHECK(config->consent_items.size() == 5);
}

TEST_CASE("a hand-over has the forms that the settings name") {
    CHECK_FALSE(parse_config(whole, "/")->hand_over_format.with_fhir);
    const auto config =
        parse_config(replaced(whole, "[hand_over]", "[hand_over]\nfhir = true\njson = true"), "/");
    REQUIRE(config.has_value());
    CHECK(config->hand_over_format.with_fhir);
    CHECK(config->hand_over_format.with_json);
}

TEST_CASE("face files are waited for where the settings name their folder, and not for ever") {
    CHECK(parse_config(whole, "/")->face_folder.empty());
    const auto with = [](const std::string& lines) {
        return parse_config(replaced(whole, "[eligibility]", "[eligibility]\n" + lines), "/");
    };
    const auto config = with("face_folder = \"face\"\nface_wait_seconds = 45");
    REQUIRE(config.has_value());
    CHECK(config->face_folder == "/face");
    CHECK(config->face_wait == std::chrono::seconds(45));
    const auto endless = with("face_wait_seconds = 600");
    REQUIRE_FALSE(endless.has_value());
    CHECK(endless.error().key == "eligibility.face_wait_seconds");
}

TEST_CASE("faces are real people's unless the settings say that they are rendered") {
    CHECK_FALSE(parse_config(whole, "/")->faces_are_rendered);
    CHECK(parse_config(whole + "[face]\npopulation = \"rendered\"\n", "/")->faces_are_rendered);
    const auto unknown = parse_config(whole + "[face]\npopulation = \"martian\"\n", "/");
    REQUIRE_FALSE(unknown.has_value());
    CHECK(unknown.error().key == "face.population");
}

TEST_CASE("a reception lets one in a thousand through unless the settings say otherwise") {
    using madoguchi::face::FalseMatchRate;
    CHECK(parse_config(whole, "/")->false_match_rate == FalseMatchRate::OneInThousand);
    CHECK(parse_config(whole, "/")->face_calibration.empty());
    const std::vector<std::pair<std::string, FalseMatchRate>> rates{
        {"1e-2", FalseMatchRate::OneInHundred},
        {"1e-3", FalseMatchRate::OneInThousand},
        {"1e-4", FalseMatchRate::OneInTenThousand}};
    for (const auto& [name, rate] : rates) {
        const std::string text =
            "[face]\ncalibration = \"c\"\nfalse_match_rate = \"" + name + "\"\n";
        const auto config = parse_config(whole + text, "/");
        REQUIRE(config.has_value());
        CHECK(config->false_match_rate == rate);
        CHECK(config->face_calibration == "/c");
    }
    const auto other = parse_config(whole + "[face]\nfalse_match_rate = \"0.43\"\n", "/");
    REQUIRE_FALSE(other.has_value());
    CHECK(other.error().key == "face.false_match_rate");
}

TEST_CASE(
    "liveness tells staff unless the settings say otherwise, and is never off where nobody is") {
    using madoguchi::face::LivenessMode;
    const auto with = [](const std::string& text) {
        return parse_config(whole + "[face]\n" + text, "/");
    };
    CHECK(with("")->liveness == LivenessMode::StaffNotice);
    CHECK_FALSE(with("")->is_unattended);
    CHECK(with("liveness = \"off\"\n")->liveness == LivenessMode::Off);
    CHECK(with("liveness = \"required\"\n")->liveness == LivenessMode::Required);
    CHECK(with("liveness = \"staff-notice\"\ndesk = \"unattended\"\n")->is_unattended);
    CHECK(with("liveness = \"off\"\ndesk = \"unattended\"\n").error().key == "face.liveness");
    CHECK(with("liveness = \"yes\"\n").error().key == "face.liveness");
    CHECK(with("desk = \"empty\"\n").error().key == "face.desk");
}

TEST_CASE("dlib compares faces where the settings choose it, with two files and their hashes") {
    const std::string hash(64, 'a');
    const std::string shape = "dlib_shape = \"s.dat\"\ndlib_shape_sha256 = \"" + hash + "\"\n";
    const std::string network =
        "dlib_network = \"/n.dat\"\ndlib_network_sha256 = \"" + hash + "\"\n";
    const auto with = [](const std::string& text) {
        return parse_config(whole + "[face]\n" + text, "/etc/madoguchi");
    };
    const std::string dlib = "engine = \"dlib\"\n";
    const auto config = with(dlib + shape + network);
    REQUIRE(config.has_value());
    REQUIRE(config->dlib_files.has_value());
    CHECK(config->dlib_files->shape.path == "/etc/madoguchi/s.dat");
    CHECK(config->dlib_files->network.path == "/n.dat");
    CHECK(config->dlib_files->network.sha256 == hash);

    CHECK_FALSE(with("")->dlib_files.has_value());
    CHECK_FALSE(with("engine = \"opencv\"\n" + shape + network)->dlib_files.has_value());
    CHECK(with("engine = \"best\"\n").error().key == "face.engine");
    CHECK(with(dlib + shape).error().key == "face.dlib_network");
    CHECK(with(dlib + "dlib_shape = \"s.dat\"\n" + network).error().key ==
          "face.dlib_shape_sha256");
    CHECK(
        with(dlib + shape + "dlib_network = \"n\"\ndlib_network_sha256 = \"abc\"\n").error().key ==
        "face.dlib_network_sha256");
}

TEST_CASE("one visit begins the face way three times unless the settings say otherwise") {
    CHECK(parse_config(whole, "/")->face_tries == 3);
    CHECK(parse_config(whole + "[face]\ntries = 1\n", "/")->face_tries == 1);
}

TEST_CASE("the eligibility service is asked through a folder, or as FHIR over HTTPS, not both") {
    const auto with = [](const std::string& section) {
        return parse_config(replaced(whole, "folder = \"/srv/oqs\"", section), "/etc/madoguchi");
    };
    const std::string files = "authority = \"a.pem\"\ncertificate = \"c.pem\"\nkey = \"c.key\"\n";
    const std::string service = "service = \"https://bridge.example/fhir\"\n";
    const auto config = with(service + files);
    REQUIRE(config.has_value());
    CHECK(config->eligibility_folder.empty());
    CHECK(config->eligibility_service == "https://bridge.example/fhir");
    CHECK(config->service_authority == "/etc/madoguchi/a.pem");
    CHECK(config->service_key == "/etc/madoguchi/c.key");
    CHECK(with("").error().key == "eligibility.folder");
    CHECK(with(service).error().key == "eligibility.authority");
    CHECK(with(service + files + "folder = \"x\"\n").error().key == "eligibility.service");
    CHECK(with("service = \"http://bridge.example\"\n" + files).error().key ==
          "eligibility.service");
}

TEST_CASE("the example settings file is accepted") {
    const auto config = load_config(MADOGUCHI_SOURCE "/packaging/terminal.example.toml");
    INFO((config ? std::string() : to_text(config.error())));
    CHECK(config.has_value());
}

TEST_CASE("a wrong settings file is refused with key, cause and remedy") {
    struct Case {
        const char* what;
        std::string text;
        const char* key;
    };
    const std::vector<Case> cases{
        {"unknown key", whole + "hue = 3\n", "server.hue"},
        {"unknown section", whole + "[server2]\nport = 1\n", "server2.port"},
        {"key outside a section", "port = 1\n" + whole, "port"},
        {"number as text", replaced(whole, "8086", "\"8086\""), "server.port"},
        {"number too large", replaced(whole, "8086", "80860"), "server.port"},
        {"text as number", replaced(whole, "\"Reader A\"", "7"), "reader.name"},
        {"missing key", replaced(whole, "anchors = \"anchors\"", ""), "trust.anchors"},
        {"facility code too short", replaced(whole, "1312345678", "13"),
         "eligibility.facility_code"},
        {"facility code with a letter", replaced(whole, "1312345678", "131234567x"),
         "eligibility.facility_code"},
        {"deadline of 0 s", replaced(whole, "= 12", "= 0"), "eligibility.deadline_seconds"},
        {"consent that does not exist", whole + "[consents]\nitems = [\"dna\"]\n",
         "consents.items"},
        {"consents of mixed types", whole + "[consents]\nitems = [\"surgery\", 1]\n",
         "consents.items"},
        {"no face try at all", whole + "[face]\ntries = 0\n", "face.tries"},
        {"more face tries than a visit bears", whole + "[face]\ntries = 11\n", "face.tries"},
        {"not TOML", whole + "[[[", ""},
    };
    for (const Case& wrong : cases) {
        INFO(wrong.what);
        const auto config = parse_config(wrong.text, "/");
        REQUIRE_FALSE(config.has_value());
        CHECK(config.error().key == wrong.key);
        CHECK_FALSE(config.error().cause.empty());
        CHECK_FALSE(config.error().remedy.empty());
    }
}

TEST_CASE("a settings file that is not there is a problem, not a crash") {
    CHECK_FALSE(load_config("/nonexistent/terminal.toml").has_value());
    CHECK_FALSE(load_config("/").has_value());
}

TEST_CASE("the card front is read by a camera or by another reader at a socket, not by both") {
    const auto by_camera =
        parse_config(whole + "[surface]\ncamera = \"device:1\"\nframe = \"2592x1944\"\n", "/");
    REQUIRE(by_camera.has_value());
    CHECK(by_camera->surface_camera == "device:1");
    CHECK(by_camera->surface_frame.width == 2592);
    CHECK(by_camera->surface_frame.height == 1944);
    CHECK(by_camera->camera_frame.width == 640);
    struct Case {
        const char* what;
        const char* section;
        const char* key;
    };
    const std::vector<Case> cases{
        {"both", "camera = \"device:1\"\nsocket = \"s\"", "surface.socket"},
        {"the face camera", "camera = \"pictures:/srv/faces\"", "surface.camera"},
        {"no size", "frame = \"large\"", "surface.frame"},
        {"half a size", "frame = \"1600\"", "surface.frame"},
        {"a size that no camera has", "frame = \"99999x1200\"", "surface.frame"},
        {"a size with something behind it", "frame = \"1600x1200p\"", "surface.frame"},
    };
    for (const Case& one : cases) {
        INFO(one.what);
        const auto config =
            parse_config(whole + "[surface]\n" + one.section + "\n", "/etc/madoguchi");
        REQUIRE_FALSE(config.has_value());
        CHECK(config.error().key == one.key);
    }
}

TEST_CASE(
    "what is to be confirmed later lies beside the journal unless the settings say otherwise") {
    const auto plain = parse_config(whole, "/var/lib");
    REQUIRE(plain.has_value());
    CHECK(plain->later_database == "/var/lib/later.sqlite");
    CHECK(plain->ties_database == "/var/lib/ties.sqlite");
    CHECK(plain->ties_kept == std::chrono::days(400));
    CHECK(plain->later_most_asks == 12);
    CHECK(plain->later_oldest == std::chrono::days(30));
    CHECK(plain->rules_table.empty());
    const auto set = parse_config(whole + "[later]\ndatabase = \"/srv/later\"\nmost_asks = 3\n"
                                          "give_up_days = 7\nkeep_closed_days = 1\n"
                                          "[ties]\ndatabase = \"/srv/ties\"\nkeep_days = 800\n"
                                          "[rules]\ntable = \"rules\"\n",
                                  "/etc");
    REQUIRE(set.has_value());
    CHECK(set->later_database == "/srv/later");
    CHECK(set->later_most_asks == 3);
    CHECK(set->later_oldest == std::chrono::days(7));
    CHECK(set->later_keeps_closed == std::chrono::days(1));
    CHECK(set->ties_database == "/srv/ties");
    CHECK(set->ties_kept == std::chrono::days(800));
    CHECK(set->rules_table == "/etc/rules");
    CHECK(parse_config(whole + "[later]\nmost_asks = 0\n", "/").error().key == "later.most_asks");
    CHECK(parse_config(whole + "[ties]\nkeep_days = 0\n", "/").error().key == "ties.keep_days");
}
