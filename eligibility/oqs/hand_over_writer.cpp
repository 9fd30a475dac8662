#include "eligibility/oqs/hand_over_writer.hpp"

#include "eligibility/oqs/answer_writer.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"

#include <array>
#include <random>

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
    EligibilityAnswer answer = hand_over.answer;
    answer.processed_at = hand_over.received_at;
    answer.facility_code = hand_over.facility_code;
    answer.session_id = hand_over.session_id;
    answer.route = {"", ReferenceRoute::MyNumberCard};
    answer.search_echo.reset(); // of the number route only
    for (PersonRecord& person : answer.persons) {
        person.consents = hand_over.consents;
    }
    return answer;
}

} // namespace

HandOverWriter::HandOverWriter(std::filesystem::path folder, TextEncoding encoding)
    : folder_(std::move(folder)), encoding_(encoding) {
}

Result<std::filesystem::path> HandOverWriter::write(const HandOver& hand_over) const {
    if (!is_folder(folder_)) {
        return fail(ErrorCode::LinkUnavailable,
                    "the hand-over folder is missing; check its path and the share");
    }
    const Bytes content = MADOGUCHI_TRY(write_answer(as_face_answer(hand_over), encoding_));
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
