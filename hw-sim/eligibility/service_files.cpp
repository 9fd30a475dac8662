#include "hw-sim/eligibility/service_files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace madoguchi::sim {

namespace {

constexpr std::string_view request_prefix = "OQSsiquc01req_";
constexpr std::string_view answer_prefix = "OQSsiquc01res_";
constexpr std::string_view suffix = ".xml";
constexpr std::size_t requests_at_once = 100;
constexpr std::size_t request_size_limit = 64 * 1024;

bool is_request(const std::string& name) {
    return name.starts_with(request_prefix) && name.ends_with(suffix) &&
           name.size() > request_prefix.size() + suffix.size();
}

std::string free_part_of(const std::string& name) {
    return name.substr(request_prefix.size(), name.size() - request_prefix.size() - suffix.size());
}

std::vector<std::string> request_names(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (is_request(at->path().filename().string())) {
            names.push_back(at->path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    names.resize(std::min(names.size(), requests_at_once));
    return names;
}

std::string read_beginning(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(request_size_limit, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

} // namespace

Result<ServiceFiles> ServiceFiles::open(std::filesystem::path folder) {
    for (const char* part : {"req", "res", "face", "trash"}) {
        std::error_code error;
        std::filesystem::create_directories(folder / part, error);
        if (error) {
            return fail(ErrorCode::StorageFailed, "the service's folders cannot be made");
        }
    }
    return ServiceFiles(std::move(folder));
}

std::vector<TakenRequest> ServiceFiles::take_requests() const {
    std::vector<TakenRequest> requests;
    for (const std::string& name : request_names(folder_ / "req")) {
        const std::filesystem::path path = folder_ / "req" / name;
        TakenRequest request{free_part_of(name), read_beginning(path)};
        std::error_code error;
        if (std::filesystem::remove(path, error)) { // else it was withdrawn in this moment
            requests.push_back(std::move(request));
        }
    }
    return requests;
}

Result<void> ServiceFiles::leave_answer(const std::string& free_part, ByteView content) const {
    return leave_file(folder_ / "res", std::string(answer_prefix) + free_part + std::string(suffix),
                      content);
}

Result<void> leave_file(const std::filesystem::path& folder, const std::string& name,
                        ByteView content) {
    const std::filesystem::path unfinished = folder / ("~" + name);
    std::ofstream file(unfinished, std::ios::binary);
    file.write(reinterpret_cast<const char*>(content.data()),
               static_cast<std::streamsize>(content.size()));
    file.close();
    std::error_code error;
    std::filesystem::rename(unfinished, folder / name, error);
    if (!file || error) {
        return fail(ErrorCode::StorageFailed,
                    "an answer cannot be written to the service's folder");
    }
    return {};
}

} // namespace madoguchi::sim
