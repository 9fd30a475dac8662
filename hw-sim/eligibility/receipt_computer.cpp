#include "hw-sim/eligibility/receipt_computer.hpp"

#include "hw-sim/eligibility/japanese_text.hpp"

#include <pugixml.hpp>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace madoguchi::sim {

namespace {

constexpr std::string_view prefix = "OQSsiquc01res_face_";
constexpr std::string_view suffix = ".xml";
constexpr std::size_t files_at_once = 100;
constexpr std::size_t size_limit = std::size_t{1} << 20U;

// In EUC, JIS X 0208 is two bytes from A1 on, without the makers' row 13 (AD) and what lies behind
// row 84 (F4); half-width katakana begin with 8E, JIS X 0212 with 8F.
bool is_jis_x_0208(UChar32 code_point) {
    if (code_point < 0x80 || (code_point >= 0xFF61 && code_point <= 0xFF9F)) {
        return true;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> euc(ucnv_open("EUC-JP", &status),
                                                                 &ucnv_close);
    ucnv_setFromUCallBack(euc.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::array<char, 8> bytes{};
    const std::int32_t size =
        icu::UnicodeString(code_point).extract(bytes.data(), bytes.size(), euc.get(), status);
    const auto lead = static_cast<unsigned char>(bytes[0]);
    return U_SUCCESS(status) != 0 && size == 2 && lead >= 0xA1 && lead != 0xAD && lead <= 0xF4;
}

bool all_jis_x_0208(const char* utf8) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
        if (!is_jis_x_0208(text.char32At(at))) {
            return false;
        }
    }
    return true;
}

std::string reason_of(const pugi::xml_node& person) {
    for (const char* element :
         {"InsurerNumber", "InsuredIdentificationNumber", "Name", "Birthdate"}) {
        if (std::string_view(person.child_value(element)).empty()) {
            return std::string(element) + " is missing";
        }
    }
    for (const char* element : {"Name", "Address"}) {
        if (!all_jis_x_0208(person.child_value(element))) {
            return std::string(element) + " holds a character outside JIS X 0208";
        }
    }
    return {};
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string content(size_limit, '\0');
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(file.gcount()));
    return content;
}

} // namespace

std::string reason_to_bounce(std::string_view file) {
    const bool is_cp932 =
        file.substr(0, file.find("?>")).find("Shift_JIS") != std::string_view::npos;
    const std::string text = is_cp932 ? from_cp932(file) : std::string(file);
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8)) {
        return "not XML";
    }
    const pugi::xml_node list = document.child("XmlMsg").child("MessageBody").child("ResultList");
    const auto persons = list.children("ResultOfQualificationConfirmation");
    if (persons.begin() == persons.end()) {
        return "nobody is in it";
    }
    for (const pugi::xml_node& person : persons) {
        if (std::string reason = reason_of(person); !reason.empty()) {
            return reason;
        }
    }
    return {};
}

Result<ReceiptComputer> ReceiptComputer::open(std::filesystem::path folder) {
    std::error_code error;
    std::filesystem::create_directory(folder / "taken", error);
    if (error) {
        return fail(ErrorCode::StorageFailed, "the folder \"taken\" cannot be made");
    }
    return ReceiptComputer(std::move(folder));
}

std::vector<HandOverVerdict> ReceiptComputer::work() const {
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder_, error), end; !error && at != end;
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(prefix) && name.ends_with(suffix)) {
            names.push_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    names.resize(std::min(names.size(), files_at_once));
    std::vector<HandOverVerdict> verdicts;
    for (const std::string& name : names) {
        verdicts.push_back({name, reason_to_bounce(read_file(folder_ / name))});
        std::filesystem::rename(folder_ / name, folder_ / "taken" / name, error);
    }
    return verdicts;
}

} // namespace madoguchi::sim
