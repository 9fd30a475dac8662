// How the text of one element becomes a value and back, for each type that records hold.
// read: text without surrounding white space; errors AnswerUnreadable. write: empty for absent.
#pragma once

#include "eligibility/model/coded.hpp"
#include "eligibility/oqs/code_tables.hpp"
#include "eligibility/oqs/lexical.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::eligibility::oqs {

template <typename Value>
struct Codec;

template <>
struct Codec<std::string> {
    static Result<std::string> read(std::string_view text) { return std::string(text); }
    static std::string write(const std::string& value) { return value; }
};

template <typename Meaning>
struct Codec<Coded<Meaning>> {
    static Result<Coded<Meaning>> read(std::string_view text) { return interpret<Meaning>(text); }
    static std::string write(const Coded<Meaning>& value) { return spell(value); }
};

template <>
struct Codec<std::optional<CivilDate>> {
    static Result<std::optional<CivilDate>> read(std::string_view text) { return parse_date(text); }
    static std::string write(const std::optional<CivilDate>& value) {
        return value ? format_date(*value) : std::string();
    }
};

template <>
struct Codec<std::optional<CivilTime>> {
    static Result<std::optional<CivilTime>> read(std::string_view text) { return parse_time(text); }
    static std::string write(const std::optional<CivilTime>& value) {
        return value ? format_time(*value) : std::string();
    }
};

// Month or day may be 00, unknown.
struct BirthDateCodec : Codec<std::optional<CivilDate>> {
    static Result<std::optional<CivilDate>> read(std::string_view text) {
        return parse_birth_date(text);
    }
};

// 保険者番号: eight characters; shorter numbers are filled on the left. No eight-digit number
// begins with "00", so both kinds of filling (space and zero) can be taken off.
struct InsurerNumberCodec {
    static constexpr std::size_t width = 8;

    static Result<std::string> read(std::string_view text) {
        const bool zero_filled = text.size() == width && text.starts_with("00");
        return std::string(zero_filled ? text.substr(2) : text);
    }
    static std::string write(const std::string& number) { return fill(number, ' '); }
    static std::string fill(const std::string& number, char filler) {
        const std::size_t missing = width - std::min(width, number.size());
        return number.empty() ? std::string() : std::string(missing, filler) + number;
    }
};

} // namespace madoguchi::eligibility::oqs
