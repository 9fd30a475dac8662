#include "hw-sim/eligibility/japanese_text.hpp"

#include "hal/base/contract.hpp"

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

namespace madoguchi::sim {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter cp932_converter() {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open("windows-31j", &status), &ucnv_close);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    return converter;
}

icu::UnicodeString text_of(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

std::string utf8_of(const icu::UnicodeString& text) {
    std::string utf8;
    return text.toUTF8String(utf8);
}

} // namespace

std::string half_width(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> narrow(
        icu::Transliterator::createInstance("Fullwidth-Halfwidth", UTRANS_FORWARD, status));
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    icu::UnicodeString text = text_of(utf8);
    narrow->transliterate(text);
    return utf8_of(text);
}

Bytes to_cp932(std::string_view utf8) {
    const Converter converter = cp932_converter();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setSubstString(converter.get(), u"●", 1, &status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    const icu::UnicodeString text = text_of(utf8);
    Bytes bytes(static_cast<std::size_t>(text.length()) * 2U + 1U);
    const std::int32_t size =
        text.extract(reinterpret_cast<char*>(bytes.data()), static_cast<std::int32_t>(bytes.size()),
                     converter.get(), status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::string from_cp932(std::string_view bytes) {
    const Converter converter = cp932_converter();
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                  converter.get(), status);
    MADOGUCHI_ENSURES(U_SUCCESS(status));
    return utf8_of(text);
}

} // namespace madoguchi::sim
