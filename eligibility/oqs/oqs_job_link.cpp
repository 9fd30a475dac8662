#include "eligibility/oqs/oqs_job_link.hpp"

#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/xml_document.hpp"
#include "eligibility/oqs/zip_archive.hpp"

#include <type_traits>

namespace madoguchi::eligibility::oqs {

namespace {

template <typename Answer>
constexpr MessageForm form_for() {
    if constexpr (std::is_same_v<Answer, RegistrationAnswer>) {
        return MessageForm::RegistrationAnswer;
    } else if constexpr (std::is_same_v<Answer, BulkReceipt>) {
        return MessageForm::BulkReceipt;
    } else {
        return MessageForm::BulkResult;
    }
}

template <typename Answer>
Result<Answer> read_as(ByteView file) {
    const bool is_zip = looks_like_zip(file);
    const Bytes unpacked =
        is_zip ? MADOGUCHI_TRY(unpack_single_file(file, bulk_size_limit)) : Bytes{};
    auto read = MADOGUCHI_TRY(read_message(is_zip ? ByteView(unpacked) : file, form_for<Answer>()));
    auto* answer = std::get_if<Answer>(&read.message);
    if (answer == nullptr) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the answer is of another form than was asked for");
    }
    return std::move(*answer);
}

// The service is still working where a single question has nothing to wait for but an answer.
template <typename Answer>
Result<Answer> must_be_final(std::variant<StillWorking, Answer> end) {
    if (auto* answer = std::get_if<Answer>(&end)) {
        return std::move(*answer);
    }
    return fail(ErrorCode::AnswerLate, "the service was still working when time was up");
}

} // namespace

template <typename Answer>
Result<std::variant<StillWorking, Answer>>
OqsJobLink::exchange(std::string_view prefix, CivilDate date, ByteView content,
                     std::string_view session_id, Deadline deadline) {
    Answer kept;
    const auto judge = [&](const Bytes& file) -> Judgement {
        auto read = read_as<Answer>(file);
        if (!read) {
            return {Judgement::Kind::Unreadable, read.error()};
        }
        if (read->header.session_id != session_id) {
            return {Judgement::Kind::Foreign, {}};
        }
        kept = std::move(*read);
        return {kept.header.segment.means(ResultSegment::Pending) ? Judgement::Kind::Pending
                                                                  : Judgement::Kind::Final,
                {}};
    };
    const ExchangeEnd end =
        MADOGUCHI_TRY(exchange_.run({.prefix = prefix,
                                     .date = date,
                                     .content = content,
                                     .answer_limit = bulk_size_limit,
                                     .judge = judge,
                                     .may_be_zip = std::is_same_v<Answer, BulkResult>},
                                    deadline));
    if (end == ExchangeEnd::StillPending) {
        return StillWorking{};
    }
    return kept;
}

Result<RegistrationAnswer> OqsJobLink::register_reference(const ReferenceRegistration& registration,
                                                          CivilDate date, Deadline deadline) {
    const Bytes content =
        MADOGUCHI_TRY(write_registration(registration, exchange_.settings().format));
    return must_be_final(MADOGUCHI_TRY(exchange<RegistrationAnswer>(
        registration_prefix, date, content, registration.session_id, deadline)));
}

Result<BulkReceipt> OqsJobLink::upload(BulkKind kind, BulkUpload job, CivilDate date,
                                       Deadline deadline) {
    const std::string session_id = job.session_id;
    const Bytes content =
        MADOGUCHI_TRY(write_bulk_upload(kind, std::move(job), exchange_.settings().format));
    return must_be_final(MADOGUCHI_TRY(
        exchange<BulkReceipt>(upload_prefix(kind), date, content, session_id, deadline)));
}

Result<std::variant<StillWorking, BulkResult>>
OqsJobLink::download(BulkKind kind, const BulkDownload& job, CivilDate date, Deadline deadline) {
    const Bytes content = MADOGUCHI_TRY(write_bulk_download(job, exchange_.settings().format));
    return exchange<BulkResult>(download_prefix(kind), date, content, job.session_id, deadline);
}

} // namespace madoguchi::eligibility::oqs
