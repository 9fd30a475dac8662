// Names of the files that travel between receipt computer and linking application:
// <system><si|mu><function><step><req|res>_<free part>.<extension>.
// Source: eligibility interface notes, section 2.
#pragma once

#include "eligibility/model/bulk_job.hpp"
#include "eligibility/oqs/message.hpp"
#include "hal/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

// One interface of the service: the files that open so are of this form. Where form is nothing, the
// name is known and the content is not ours to read.
struct InterfaceName {
    std::string_view prefix; // up to and without "req_" or "res_"
    std::string_view title;
    std::optional<MessageForm> request;
    std::optional<MessageForm> answer;
};

[[nodiscard]] std::span<const InterfaceName> all_interfaces() noexcept;

inline constexpr std::string_view qualification_prefix = "OQSsiquc01";
inline constexpr std::string_view registration_prefix = "OQSsiimm01";

// Of a bulk job's upload (01) and download (02).
[[nodiscard]] std::string_view upload_prefix(BulkKind kind) noexcept;
[[nodiscard]] std::string_view download_prefix(BulkKind kind) noexcept;

// The part of a name that request and answer share: date and a counter within the day (1 to 9999).
[[nodiscard]] std::string job_name(CivilDate date, unsigned counter);

[[nodiscard]] std::string request_file_name(std::string_view job,
                                            std::string_view prefix = qualification_prefix);
[[nodiscard]] std::string answer_file_name(std::string_view job,
                                           std::string_view prefix = qualification_prefix);

// A face file's name: facility, 20 hexadecimal characters that make it unique, moment.
[[nodiscard]] std::string face_file_name(std::string_view facility_code, std::string_view unique,
                                         CivilTime moment);

enum class FileKind : std::uint8_t { Request, Answer, FaceAnswer, Other };

// "request", "answer", "face", "other".
[[nodiscard]] std::string_view name_of(FileKind kind) noexcept;

struct FileName {
    FileKind kind = FileKind::Other;
    const InterfaceName* interface = nullptr; // null for other files
    std::string_view free_part;               // nothing is read out of it: only its shape is known

    [[nodiscard]] std::optional<MessageForm> form() const;
};

// file_name must outlive the result. Answers of bulk jobs may end in .zip, others in .pdf.
[[nodiscard]] FileName parse_file_name(std::string_view file_name);

// By name only, of any interface.
[[nodiscard]] FileKind file_kind(std::string_view file_name);

} // namespace madoguchi::eligibility::oqs
