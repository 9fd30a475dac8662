#include "jpki/trust/der.hpp"

namespace madoguchi::jpki {

using apdu::BerTlvReader;

Result<BerTlvReader> enter_only_sequence(ByteView encoded) {
    BerTlvReader outside(encoded, apdu::TlvRules::Strict);
    const apdu::BerTlv sequence = MADOGUCHI_TRY(outside.expect(der_sequence));
    MADOGUCHI_TRY(require_der_end(outside));
    return outside.enter(sequence);
}

Result<ByteView> read_positive_integer(BerTlvReader& reader) {
    const ByteView number = MADOGUCHI_TRY(reader.expect(der_integer)).value;
    if (number.empty() || (number[0] & 0x80U) != 0) {
        return fail(ErrorCode::ValueInvalid, "a number is empty or negative");
    }
    if (number[0] != 0) {
        return number;
    }
    if (number.size() == 1 || (number[1] & 0x80U) == 0) {
        return fail(ErrorCode::ValueInvalid, "a number is zero or longer than it needs to be");
    }
    return number.subspan(1);
}

Result<ByteView> read_whole_bytes(BerTlvReader& reader) {
    const ByteView bits = MADOGUCHI_TRY(reader.expect(der_bit_string)).value;
    if (bits.empty() || bits[0] != 0) {
        return fail(ErrorCode::ValueInvalid, "a bit string does not consist of whole bytes");
    }
    return bits.subspan(1);
}

Result<void> require_der_end(const BerTlvReader& reader) {
    if (!reader.at_end()) {
        return fail(ErrorCode::TagUnexpected, "something follows where an object should end");
    }
    return {};
}

} // namespace madoguchi::jpki
