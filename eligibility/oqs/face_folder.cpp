#include "eligibility/oqs/face_folder.hpp"

#include "eligibility/oqs/answer_reader.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/shared_folder.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "hal/base/log.hpp"

#include <utility>

namespace madoguchi::eligibility::oqs {

FaceFolder::FaceFolder(std::filesystem::path folder, const Clock& clock)
    : folder_(std::move(folder)), clock_(clock), watch_({folder_}, file_size_limit) {
}

Result<void> FaceFolder::check() const {
    if (!is_folder(folder_)) {
        return fail(ErrorCode::LinkUnavailable,
                    "the folder of face files is missing; check its path, the share and the "
                    "network");
    }
    return {};
}

void FaceFolder::expect(SessionExpectation expectation) {
    look(Deadline::passed()); // what came until now came before
    ours_.reset();
    binding_.arm(std::move(expectation));
}

void FaceFolder::look(Deadline deadline) {
    for (const AppearedFile& file : watch_.next(deadline)) {
        if (file_kind(file.path.filename().string()) == FileKind::FaceAnswer) {
            judge(file);
        }
    }
}

void FaceFolder::judge(const AppearedFile& file) {
    const auto age = Deadline::Clock::now() - file.first_seen;
    const CivilTime arrived_at = clock_.civil_now() - std::chrono::floor<std::chrono::seconds>(age);
    auto read = binding_.is_armed() ? read_answer(file.content) : Result<AnswerFile>(AnswerFile{});
    if (!read) {
        ++counts_.unreadable;
        log::write_error(log::Level::Warning, "face_file_unreadable", read.error());
        return;
    }
    const Fit fit = binding_.judge(read->answer, file.content, arrived_at);
    ++counts_.by_fit[static_cast<std::size_t>(fit)];
    log::write(log::Level::Info, "face_file", {{"fit", log::HarmlessText(name_of(fit))}});
    if (fit == Fit::Ours) {
        ours_ = std::move(read->answer);
    }
}

std::optional<EligibilityAnswer> FaceFolder::take() {
    return std::exchange(ours_, std::nullopt);
}

void FaceFolder::close() {
    binding_.close();
}

void FaceFolder::forget() {
    ours_.reset();
    binding_.disarm();
}

} // namespace madoguchi::eligibility::oqs
