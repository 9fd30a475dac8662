// What stands in a file of a simulated card.
#pragma once

#include "hw-sim/card/card_content.hpp"

namespace madoguchi::bench {

// The whole physical file, filler included; borrows the content. Errors: FileNotFound.
[[nodiscard]] inline Result<ByteView> file_of(const sim::CardContent& content, const apdu::Aid& aid,
                                              apdu::ShortFileId file) {
    for (const sim::CardApplication& application : content.applications) {
        for (const sim::CardFile& candidate : application.files) {
            const auto* transparent = std::get_if<sim::TransparentFile>(&candidate.content);
            if (application.aid == aid && candidate.id == apdu::FileId(file.value()) &&
                transparent != nullptr) {
                return ByteView(transparent->content);
            }
        }
    }
    return fail(ErrorCode::FileNotFound, "the simulated card lacks a file");
}

} // namespace madoguchi::bench
