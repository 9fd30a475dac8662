#include "hw-sim/card/kinds/content_changes.hpp"

#include "hal/base/contract.hpp"

#include <algorithm>

namespace madoguchi::sim {

CardApplication& application_in(CardContent& content, const apdu::Aid& aid) {
    const auto found =
        std::find_if(content.applications.begin(), content.applications.end(),
                     [&aid](const CardApplication& candidate) { return candidate.aid == aid; });
    MADOGUCHI_EXPECTS(found != content.applications.end());
    return *found;
}

CardFile& file_in(CardContent& content, const apdu::Aid& aid, apdu::FileId file) {
    auto& files = application_in(content, aid).files;
    const auto found = std::find_if(files.begin(), files.end(), [file](const CardFile& candidate) {
        return candidate.id == file;
    });
    MADOGUCHI_EXPECTS(found != files.end());
    return *found;
}

void block_number(CardContent& content, const apdu::Aid& aid, apdu::FileId file) {
    auto* const number = std::get_if<NumberFile>(&file_in(content, aid, file).content);
    MADOGUCHI_EXPECTS(number != nullptr);
    number->tries_as_issued = 0;
}

void remove_file(CardContent& content, const apdu::Aid& aid, apdu::FileId file) {
    const std::size_t removed =
        std::erase_if(application_in(content, aid).files,
                      [file](const CardFile& candidate) { return candidate.id == file; });
    MADOGUCHI_EXPECTS(removed == 1);
}

} // namespace madoguchi::sim
