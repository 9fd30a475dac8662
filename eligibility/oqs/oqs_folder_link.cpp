#include "eligibility/oqs/oqs_folder_link.hpp"

#include "eligibility/model/session_binding.hpp"
#include "eligibility/oqs/answer_reader.hpp"
#include "eligibility/oqs/file_names.hpp"
#include "eligibility/oqs/xml_document.hpp"

namespace madoguchi::eligibility::oqs {

Result<EligibilityAnswer> OqsFolderLink::ask(const EligibilityRequest& request, Deadline deadline) {
    MADOGUCHI_TRY(check());
    const Bytes content = MADOGUCHI_TRY(write_request(request, exchange_.settings().format));
    EligibilityAnswer kept;
    const auto judge = [&](const Bytes& file) -> Judgement {
        auto read = read_answer(file);
        if (!read) {
            return {Judgement::Kind::Unreadable, read.error()};
        }
        if (!answers(request, read->answer)) {
            return {Judgement::Kind::Foreign, {}};
        }
        kept = std::move(read->answer);
        return {kept.segment.means(ResultSegment::Pending) ? Judgement::Kind::Pending
                                                           : Judgement::Kind::Final,
                {}};
    };
    MADOGUCHI_TRY(exchange_.run({.prefix = qualification_prefix,
                                 .date = request.date,
                                 .content = content,
                                 .answer_limit = file_size_limit,
                                 .judge = judge},
                                deadline));
    return kept;
}

} // namespace madoguchi::eligibility::oqs
