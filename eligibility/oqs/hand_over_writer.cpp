#include "eligibility/oqs/hand_over_writer.hpp"

#include "eligibility/model/consented.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/hand_over_json.hpp"
#include "eligibility/oqs/shared_folder.hpp"

#include <array>
#include <random>
#include <system_error>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::size_t unique_bytes = 10; // 20 hexadecimal characters
constexpr int naming_attempts = 3;

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

} // namespace

HandOverWriter::HandOverWriter(std::filesystem::path folder, HandOverFormat format)
    : folder_(std::move(folder)), format_(format) {
}

Result<HandedOver> HandOverWriter::write(const HandOver& hand_over) const {
    if (!is_folder(folder_)) {
        return fail(ErrorCode::LinkUnavailable,
                    "the hand-over folder is missing; check its path and the share");
    }
    const EligibilityAnswer answer = as_face_answer(hand_over);
    FittedMessage message =
        MADOGUCHI_TRY(write_fitted(answer, format_.encoding, format_.repertoire));
    HandedOver done{MADOGUCHI_TRY(place(hand_over, message.content)),
                    {},
                    std::move(message.replacements),
                    contents_of(answer)};
    if (!format_.with_json) {
        return done;
    }
    done.json = std::filesystem::path(done.file).replace_extension(".json");
    const std::string json = hand_over_json(answer);
    const auto placed = place_file(folder_, done.json.filename().string(), as_bytes(json));
    if (!placed || *placed != Placing::Placed) {
        std::error_code ignored;
        std::filesystem::remove(done.file, ignored);
        return fail(placed ? Error(ErrorCode::LinkUnavailable,
                                   "the hand-over folder refuses the JSON file's name")
                           : placed.error());
    }
    return done;
}

Result<std::filesystem::path> HandOverWriter::place(const HandOver& hand_over,
                                                    ByteView content) const {
    for (int attempt = 0; attempt < naming_attempts; ++attempt) {
        const std::string name =
            face_file_name(hand_over.facility_code, unique_part(), hand_over.received_at);
        if (MADOGUCHI_TRY(place_file(folder_, name, content)) == Placing::Placed) {
            return folder_ / name;
        }
    }
    return fail(ErrorCode::LinkUnavailable, "the hand-over folder refuses every new name");
}

} // namespace madoguchi::eligibility::oqs
