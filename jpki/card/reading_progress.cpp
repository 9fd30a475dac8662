#include "jpki/card/reading_progress.hpp"

namespace madoguchi::jpki {

void ReadingProgress::meet(ByteView certificate, MonotonicTime now) {
    if (is_too_old(now) || !same_bytes(certificate, certificate_.reveal())) {
        forget();
        certificate_ = SecretBytes(certificate);
    }
    lost_at_.reset();
}

void ReadingProgress::forget() noexcept {
    certificate_.clear();
    files_.clear();
    lost_at_.reset();
}

Bytes ReadingProgress::beginning_of(const apdu::Aid& application, apdu::ShortFileId file) const {
    const auto found = files_.find({to_hex(application.bytes()), file});
    return found != files_.end() ? to_bytes(found->second.reveal()) : Bytes();
}

void ReadingProgress::keep(const apdu::Aid& application, apdu::ShortFileId file, ByteView content) {
    if (!content.empty()) {
        files_.insert_or_assign({to_hex(application.bytes()), file}, SecretBytes(content));
    }
}

} // namespace madoguchi::jpki
