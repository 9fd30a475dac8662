// Invented files and values that the eligibility tests share.
#pragma once

#include "eligibility/model/eligibility_request.hpp"
#include "eligibility/oqs/answer_reader.hpp"

#include <string>
#include <string_view>

namespace madoguchi::test {

constexpr CivilDate reception_day{std::chrono::year{2026}, std::chrono::month{11},
                                  std::chrono::day{20}};

constexpr CivilDate date(int year, unsigned month, unsigned day) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

// A face file: drugs agreed to, treatment refused, surgery switched off, a side note.
[[nodiscard]] std::string sample_face_file();

// A request of session "RT01-000123", and the answer that fits it.
[[nodiscard]] eligibility::EligibilityRequest sample_request();
[[nodiscard]] std::string answer_to(const eligibility::EligibilityRequest& request);

// An answer file around header and body elements.
[[nodiscard]] std::string message(std::string_view header, std::string_view body,
                                  std::string_view encoding = "UTF-8");

// text with each occurrence of one string replaced; the string must occur.
[[nodiscard]] std::string with(std::string text, std::string_view what, std::string_view by);

[[nodiscard]] Result<eligibility::oqs::AnswerFile> read(std::string_view file);

} // namespace madoguchi::test
