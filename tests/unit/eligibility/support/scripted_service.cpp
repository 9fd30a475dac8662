#include "tests/unit/eligibility/support/scripted_service.hpp"

#include "eligibility/oqs/file_names.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <fstream>

namespace madoguchi::test {

using namespace std::chrono_literals;

namespace {

eligibility::oqs::OqsFolderSettings quick_settings(const std::filesystem::path& folder) {
    eligibility::oqs::OqsFolderSettings settings;
    settings.folder = folder;
    settings.poll_interval = 5ms;
    settings.patience_with_unreadable = 60ms;
    return settings;
}

} // namespace

ScriptedService::ScriptedService(Trash trash) : link_(quick_settings(folder_.path())) {
    std::filesystem::create_directories(folder() / "req");
    std::filesystem::create_directories(folder() / "res");
    if (trash == Trash::Present) {
        std::filesystem::create_directories(folder() / "trash");
    }
}

Result<eligibility::EligibilityAnswer> ScriptedService::ask(const Play& play,
                                                            std::chrono::milliseconds patience) {
    const std::set<std::string> others = requests();
    const std::jthread other_side(
        [&](const std::stop_token& asked) { wait_and_play(play, others, asked); });
    return link_.ask(sample_request(), Deadline::after(patience));
}

std::set<std::string> ScriptedService::requests() const {
    std::set<std::string> names;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(folder() / "req", gone)) {
        const std::string name = entry.path().filename().string();
        if (eligibility::oqs::file_kind(name) == eligibility::oqs::FileKind::Request) {
            names.insert(name);
        }
    }
    return names;
}

void ScriptedService::wait_and_play(const Play& play, const std::set<std::string>& others,
                                    const std::stop_token& asked) const {
    while (!asked.stop_requested()) {
        for (std::string name : requests()) {
            if (!others.contains(name)) {
                play(folder() / "res" / with(std::move(name), "01req_", "01res_"));
                return;
            }
        }
        std::this_thread::sleep_for(1ms);
    }
}

std::size_t ScriptedService::files_in(const char* part) const {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry :
         std::filesystem::directory_iterator(folder() / part)) {
        ++count;
    }
    return count;
}

void write_file(const std::filesystem::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

} // namespace madoguchi::test
