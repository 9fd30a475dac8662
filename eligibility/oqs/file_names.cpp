#include "eligibility/oqs/file_names.hpp"

#include "eligibility/oqs/lexical.hpp"
#include "hal/base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::string_view request_prefix = "OQSsiquc01req_";
constexpr std::string_view answer_prefix = "OQSsiquc01res_";
constexpr std::string_view face_prefix = "OQSsiquc01res_face_";
constexpr std::string_view suffix = ".xml";
constexpr std::size_t moment_length = 14;

// <anything>_<14 digits>
bool ends_with_moment(std::string_view stem) {
    if (stem.size() <= moment_length || stem[stem.size() - moment_length - 1] != '_') {
        return false;
    }
    const std::string_view moment = stem.substr(stem.size() - moment_length);
    return std::all_of(moment.begin(), moment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::string job_name(CivilDate date, unsigned counter) {
    MADOGUCHI_EXPECTS(counter >= 1 && counter <= 9999);
    return format_date(date) + fmt::format("{:04}", counter);
}

std::string request_file_name(std::string_view job) {
    return fmt::format("{}{}{}", request_prefix, job, suffix);
}

std::string answer_file_name(std::string_view job) {
    return fmt::format("{}{}{}", answer_prefix, job, suffix);
}

std::string face_file_name(std::string_view facility_code, std::string_view unique,
                           CivilTime moment) {
    return fmt::format("{}{}{}_{}{}", face_prefix, facility_code, unique, format_time(moment),
                       suffix);
}

FileKind file_kind(std::string_view file_name) {
    if (!file_name.ends_with(suffix)) {
        return FileKind::Other;
    }
    const std::string_view stem = file_name.substr(0, file_name.size() - suffix.size());
    if (stem.starts_with(face_prefix) && ends_with_moment(stem.substr(face_prefix.size()))) {
        return FileKind::FaceAnswer;
    }
    if (stem.starts_with(answer_prefix)) {
        return FileKind::Answer;
    }
    return stem.starts_with(request_prefix) ? FileKind::Request : FileKind::Other;
}

std::string_view name_of(FileKind kind) noexcept {
    constexpr std::array<std::string_view, 4> names{"request", "answer", "face", "other"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace madoguchi::eligibility::oqs
