#include "apdu/response_apdu.hpp"

namespace madoguchi::apdu {

namespace {

constexpr std::size_t status_length = 2;

ErrorCode code_for(StatusWord status) {
    if (status == status::security_status_not_satisfied) {
        return ErrorCode::SecurityStatusNotSatisfied;
    }
    if (status == status::file_or_application_not_found) {
        return ErrorCode::FileNotFound;
    }
    if (status == status::reference_data_unusable ||
        status == status::authentication_method_blocked) {
        return ErrorCode::KeyBlocked;
    }
    return ErrorCode::UnexpectedStatusWord;
}

} // namespace

Result<ResponseApdu> ResponseApdu::parse(ByteView received) {
    if (received.size() < status_length) {
        return fail(ErrorCode::Truncated, "response APDU is shorter than its status word");
    }
    const std::size_t data_length = received.size() - status_length;
    return ResponseApdu(to_bytes(received.first(data_length)),
                        StatusWord(received[data_length], received[data_length + 1]));
}

Bytes ResponseApdu::encode() const {
    Bytes encoded = data_;
    encoded.push_back(status_.sw1());
    encoded.push_back(status_.sw2());
    return encoded;
}

Error unexpected_status(StatusWord status, StaticText text, std::source_location where) {
    return Error(code_for(status), text, where).with_status_word(status.value());
}

} // namespace madoguchi::apdu
