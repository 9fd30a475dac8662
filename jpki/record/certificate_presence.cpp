#include "jpki/record/certificate_presence.hpp"

namespace madoguchi::jpki {

namespace {

CertificateState state_of(std::uint8_t flags) {
    switch (flags) {
    case 0x8F:
        return CertificateState::Present;
    case 0x00:
        return CertificateState::Absent;
    default:
        return CertificateState::NotKnown;
    }
}

} // namespace

std::string_view name_of(CertificateState state) noexcept {
    switch (state) {
    case CertificateState::Present:
        return "present";
    case CertificateState::Absent:
        return "absent";
    case CertificateState::NotKnown:
        return "not-known";
    }
    return "?";
}

Result<CertificatePresence> parse_certificate_presence(ByteView file) {
    if (file.size() != CertificatePresence::file_size) {
        return fail(ErrorCode::LengthInvalid, "the certificate flags have not their fixed length");
    }
    return CertificatePresence{state_of(file[0]), state_of(file[1])};
}

} // namespace madoguchi::jpki
