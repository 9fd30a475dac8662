#include "eligibility/hand_over/hand_over_writer.hpp"

#include "eligibility/fhir/fhir_answer.hpp"
#include "eligibility/hand_over/hand_over_json.hpp"
#include "eligibility/model/consented.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <system_error>

namespace madoguchi::eligibility {

namespace {

constexpr std::size_t unique_bytes = 10; // 20 hexadecimal characters
constexpr int naming_attempts = 3;
constexpr const char* face_ending = ".xml";
constexpr const char* json_ending = ".json";
constexpr const char* fhir_ending = ".fhir.json";

std::string unique_part() {
    std::random_device source;
    std::array<std::uint8_t, unique_bytes> bytes{};
    for (std::uint8_t& byte : bytes) {
        byte = static_cast<std::uint8_t>(source() & 0xFFU);
    }
    return to_hex(bytes);
}

EligibilityAnswer as_face_answer(const HandOver& hand_over) {
    EligibilityAnswer answer =
        keep_consented(hand_over.answer, hand_over.consents, hand_over.received_at);
    answer.processed_at = hand_over.received_at;
    answer.facility_code = hand_over.facility_code;
    answer.session_id = hand_over.session_id;
    answer.route = {"", ReferenceRoute::MyNumberCard};
    answer.search_echo.reset(); // of the number route only
    return answer;
}

Bytes bytes_of(const std::string& text) {
    const ByteView view = as_bytes(text);
    return {view.begin(), view.end()};
}

struct Form {
    const char* ending;
    Bytes content;
};

// All of them or none. Errors: as oqs::place_file.
Result<oqs::Placing> place_together(const std::filesystem::path& folder, const std::string& stem,
                                    const std::vector<Form>& forms) {
    for (auto form = forms.begin(); form != forms.end(); ++form) {
        auto placing = oqs::place_file(folder, stem + form->ending, form->content);
        if (placing && *placing == oqs::Placing::Placed) {
            continue;
        }
        std::for_each(forms.begin(), form, [&](const Form& placed) {
            std::error_code ignored;
            std::filesystem::remove(folder / (stem + placed.ending), ignored);
        });
        return placing;
    }
    return oqs::Placing::Placed;
}

// The path of the files without their endings.
Result<std::string> place(const std::filesystem::path& folder, const HandOver& hand_over,
                          const std::vector<Form>& forms) {
    for (int attempt = 0; attempt < naming_attempts; ++attempt) {
        std::string stem =
            oqs::face_file_name(hand_over.facility_code, unique_part(), hand_over.received_at);
        stem.resize(stem.size() - std::string_view(face_ending).size());
        if (MADOGUCHI_TRY(place_together(folder, stem, forms)) == oqs::Placing::Placed) {
            return (folder / stem).string();
        }
    }
    return fail(ErrorCode::LinkUnavailable, "the hand-over folder refuses every new name");
}

} // namespace

HandOverWriter::HandOverWriter(std::filesystem::path folder, HandOverFormat format)
    : folder_(std::move(folder)), format_(format) {
}

Result<HandedOver> HandOverWriter::write(const HandOver& hand_over) const {
    if (!oqs::is_folder(folder_)) {
        return fail(ErrorCode::LinkUnavailable,
                    "the hand-over folder is missing; check its path and the share");
    }
    const EligibilityAnswer answer = as_face_answer(hand_over);
    oqs::FittedMessage message =
        MADOGUCHI_TRY(oqs::write_fitted(answer, format_.encoding, format_.repertoire));
    std::vector<Form> forms;
    if (format_.with_json) {
        forms.push_back({json_ending, bytes_of(hand_over_json(answer))});
    }
    if (format_.with_fhir) {
        forms.push_back({fhir_ending, bytes_of(fhir::write_fhir_answer(answer))});
    }
    forms.push_back({face_ending, std::move(message.content)});
    const std::string stem = MADOGUCHI_TRY(place(folder_, hand_over, forms));
    const auto beside = [&](bool is_there, const char* ending) {
        return is_there ? std::filesystem::path(stem + ending) : std::filesystem::path();
    };
    return HandedOver{stem + face_ending, beside(format_.with_json, json_ending),
                      beside(format_.with_fhir, fhir_ending), std::move(message.replacements),
                      contents_of(answer)};
}

} // namespace madoguchi::eligibility
