#include "eligibility/oqs/file_names.hpp"

#include "eligibility/oqs/lexical.hpp"
#include "hal/base/contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace madoguchi::eligibility::oqs {

namespace {

using Form = MessageForm;

constexpr std::array interfaces{
    InterfaceName{"OQSsiquc01", "資格確認", Form::Question, Form::Answer},
    InterfaceName{"OQSsiimm01", "照会番号登録", Form::Registration, Form::RegistrationAnswer},
    InterfaceName{"OQSmuquc01", "資格確認一括照会", Form::BulkUpload, Form::BulkReceipt},
    InterfaceName{"OQSmuquc02", "資格確認一括照会", Form::BulkDownload, Form::BulkResult},
    InterfaceName{"OQSmuimm01", "照会番号一括登録", Form::BulkUpload, Form::BulkReceipt},
    InterfaceName{"OQSmuimm02", "照会番号一括登録", Form::BulkDownload, Form::BulkResult},
    InterfaceName{"OQSmutic01", "医療扶助 一括取得", Form::BulkUpload, Form::BulkReceipt},
    InterfaceName{"OQSmutic02", "医療扶助 一括取得", Form::BulkDownload, Form::BulkResult},
    InterfaceName{"OQSmuhvq01", "訪問診療等 一括取得", Form::BulkUpload, Form::BulkReceipt},
    InterfaceName{"OQSmuhvq02", "訪問診療等 一括取得", Form::BulkDownload, Form::BulkResult},
    InterfaceName{"OQSmuonq01", "オンライン診療等 一括取得", Form::BulkUpload, Form::BulkReceipt},
    InterfaceName{"OQSmuonq02", "オンライン診療等 一括取得", Form::BulkDownload, Form::BulkResult},
    InterfaceName{"OQSsihvq01", "資格確認 訪問診療等", {}, Form::Answer},
    InterfaceName{"OQSsionq01", "資格確認 オンライン診療等", {}, Form::Answer},
    InterfaceName{"OQSsihvd01", "閲覧同意取り消し", {}, {}},
    InterfaceName{"OQSsiurl01", "医療機関アクセスURL取得", {}, {}},
    InterfaceName{"OQSsiinq01", "環境設定情報照会", {}, {}},
    InterfaceName{"OQSsiupd01", "環境設定情報更新", {}, {}},
    InterfaceName{"YZKsiquc01", "薬剤・診療情報", {}, {}},
    InterfaceName{"TKKsiquc01", "特定健診情報", {}, {}},
    InterfaceName{"PMHsimsm01", "医療費助成", {}, {}},
};

struct BulkPrefixes {
    BulkKind kind;
    std::string_view upload;
    std::string_view download;
};

constexpr std::array bulk_prefixes{
    BulkPrefixes{BulkKind::Qualification, "OQSmuquc01", "OQSmuquc02"},
    BulkPrefixes{BulkKind::ReferenceNumber, "OQSmuimm01", "OQSmuimm02"},
    BulkPrefixes{BulkKind::MedicalAid, "OQSmutic01", "OQSmutic02"},
    BulkPrefixes{BulkKind::HomeVisit, "OQSmuhvq01", "OQSmuhvq02"},
    BulkPrefixes{BulkKind::OnlineCare, "OQSmuonq01", "OQSmuonq02"},
};

constexpr std::string_view request_mark = "req_";
constexpr std::string_view answer_mark = "res_";
constexpr std::string_view face_mark = "face_";
constexpr std::size_t moment_length = 14;

// <anything>_<14 digits>
bool ends_with_moment(std::string_view stem) {
    if (stem.size() <= moment_length || stem[stem.size() - moment_length - 1] != '_') {
        return false;
    }
    const std::string_view moment = stem.substr(stem.size() - moment_length);
    return std::all_of(moment.begin(), moment.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Without .xml, .zip or .pdf; empty when the name ends in none of them.
std::string_view stem_of(std::string_view file_name) {
    for (const std::string_view extension : {".xml", ".zip", ".pdf"}) {
        if (file_name.ends_with(extension)) {
            return file_name.substr(0, file_name.size() - extension.size());
        }
    }
    return {};
}

FileName parse_rest(const InterfaceName& interface, std::string_view rest) {
    if (rest.starts_with(request_mark)) {
        return {FileKind::Request, &interface, rest.substr(request_mark.size())};
    }
    if (!rest.starts_with(answer_mark)) {
        return {};
    }
    const std::string_view free_part = rest.substr(answer_mark.size());
    const bool is_face = interface.prefix == qualification_prefix &&
                         free_part.starts_with(face_mark) &&
                         ends_with_moment(free_part.substr(face_mark.size()));
    return {is_face ? FileKind::FaceAnswer : FileKind::Answer, &interface, free_part};
}

const BulkPrefixes& prefixes_of(BulkKind kind) noexcept {
    return *std::find_if(bulk_prefixes.begin(), bulk_prefixes.end(),
                         [&](const BulkPrefixes& row) { return row.kind == kind; });
}

} // namespace

std::span<const InterfaceName> all_interfaces() noexcept {
    return interfaces;
}

std::string_view upload_prefix(BulkKind kind) noexcept {
    return prefixes_of(kind).upload;
}

std::string_view download_prefix(BulkKind kind) noexcept {
    return prefixes_of(kind).download;
}

std::string job_name(CivilDate date, unsigned counter) {
    MADOGUCHI_EXPECTS(counter >= 1 && counter <= 9999);
    return format_date(date) + fmt::format("{:04}", counter);
}

std::string request_file_name(std::string_view job, std::string_view prefix) {
    return fmt::format("{}{}{}.xml", prefix, request_mark, job);
}

std::string answer_file_name(std::string_view job, std::string_view prefix) {
    return fmt::format("{}{}{}.xml", prefix, answer_mark, job);
}

std::string face_file_name(std::string_view facility_code, std::string_view unique,
                           CivilTime moment) {
    return fmt::format("{}{}{}{}{}_{}.xml", qualification_prefix, answer_mark, face_mark,
                       facility_code, unique, format_time(moment));
}

std::string_view name_of(FileKind kind) noexcept {
    constexpr std::array<std::string_view, 4> names{"request", "answer", "face", "other"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<MessageForm> FileName::form() const {
    if (interface == nullptr) {
        return std::nullopt;
    }
    return kind == FileKind::Request ? interface->request : interface->answer;
}

FileName parse_file_name(std::string_view file_name) {
    const std::string_view stem = stem_of(file_name);
    for (const InterfaceName& interface : interfaces) {
        if (stem.starts_with(interface.prefix)) {
            return parse_rest(interface, stem.substr(interface.prefix.size()));
        }
    }
    return {};
}

FileKind file_kind(std::string_view file_name) {
    return parse_file_name(file_name).kind;
}

} // namespace madoguchi::eligibility::oqs
