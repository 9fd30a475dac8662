#include "hw-sim/eligibility/official_reader.hpp"

#include "hw-sim/card/civil_dates.hpp"
#include "hw-sim/eligibility/answer_composer.hpp"
#include "hw-sim/eligibility/service_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

namespace madoguchi::sim {

namespace {

constexpr const char* facility_code = "9919999999";

} // namespace

Result<OfficialReader> OfficialReader::open(std::filesystem::path folder, InsuredRegister people,
                                            const Clock& clock) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return fail(ErrorCode::StorageFailed, "the folder of face files cannot be made");
    }
    return OfficialReader(std::move(folder), std::move(people), clock);
}

Result<void> OfficialReader::serve(std::string_view persona, std::chrono::minutes ago) {
    const auto& persons = people_.persons();
    const auto person = std::find_if(persons.begin(), persons.end(),
                                     [&](const Persona& one) { return one.id == persona; });
    if (person == persons.end()) {
        return fail(ErrorCode::ValueInvalid, "there is no persona of that name");
    }
    AnswerStyle style;
    style.order_seed = files_ + 1;
    style.executed_at = japanese_moment(clock_->civil_now() - ago);
    last_file_ = compose_face_file(*person, facility_code, people_, style);
    return leave();
}

Result<void> OfficialReader::repeat() {
    if (last_file_.empty()) {
        return fail(ErrorCode::ValueInvalid, "there was no face file yet");
    }
    return leave();
}

Result<void> OfficialReader::leave() {
    return leave_file(folder_,
                      fmt::format("OQSsiquc01res_face_{}{:020x}_{}.xml", facility_code, ++files_,
                                  japanese_moment(clock_->civil_now())),
                      last_file_);
}

} // namespace madoguchi::sim
