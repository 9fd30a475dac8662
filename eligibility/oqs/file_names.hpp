// Names of the files that travel between receipt computer and linking application.
// Source: eligibility interface notes, section 2.
#pragma once

#include "hal/base/clock.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

// The part of a name that request and answer share: date and a counter within the day (1 to 9999).
[[nodiscard]] std::string job_name(CivilDate date, unsigned counter);

// 資格確認要求 and 資格確認結果 of one job.
[[nodiscard]] std::string request_file_name(std::string_view job);
[[nodiscard]] std::string answer_file_name(std::string_view job);

// A face file's name: facility, 20 hexadecimal characters that make it unique, moment.
[[nodiscard]] std::string face_file_name(std::string_view facility_code, std::string_view unique,
                                         CivilTime moment);

enum class FileKind : std::uint8_t { Request, Answer, FaceAnswer, Other };

// By name only. Nothing is read out of the free parts: only their shape is known.
[[nodiscard]] FileKind file_kind(std::string_view file_name);

// "request", "answer", "face", "other".
[[nodiscard]] std::string_view name_of(FileKind kind) noexcept;

} // namespace madoguchi::eligibility::oqs
