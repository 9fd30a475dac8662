#include "jpki/record/record_reader.hpp"

namespace madoguchi::jpki {

Result<apdu::BerTlvReader> open_record(ByteView file, std::uint32_t outer_tag) {
    apdu::BerTlvReader outside(file);
    const apdu::BerTlv object = MADOGUCHI_TRY(outside.expect(outer_tag));
    if (!apdu::is_filler(outside.rest())) {
        return fail(ErrorCode::TagUnexpected, "something other than filler follows the record");
    }
    return outside.enter(object);
}

Result<apdu::BerTlv> expect_sized(apdu::BerTlvReader& reader, std::uint32_t tag, std::size_t size) {
    const apdu::BerTlv object = MADOGUCHI_TRY(reader.expect(tag));
    if (object.value.size() != size) {
        return fail(ErrorCode::LengthInvalid, "a data object has not the length it always has");
    }
    return object;
}

Result<void> expect_end(const apdu::BerTlvReader& reader) {
    if (!reader.at_end()) {
        return fail(ErrorCode::TagUnexpected, "the record holds more than it should");
    }
    return {};
}

namespace {

constexpr std::size_t entry_size = 2;
constexpr std::size_t stray_bytes = 2;

bool names_places(ByteView table, ByteView file, const std::vector<apdu::BerTlv>& objects,
                  std::size_t shift) {
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const ByteView object = objects[i].encoded;
        const auto stated = big_endian(table.subspan(i * entry_size, entry_size));
        const auto actual =
            object.empty() ? 0 : static_cast<std::size_t>(object.data() - file.data()) + shift;
        if (stated != actual) {
            return false;
        }
    }
    return true;
}

} // namespace

Result<void> check_offsets(ByteView table, ByteView file,
                           const std::vector<apdu::BerTlv>& objects) {
    if (table.size() != objects.size() * entry_size) {
        return fail(ErrorCode::LengthInvalid, "the offset table does not fit the record");
    }
    if (!names_places(table, file, objects, 0) &&
        !names_places(table, file, objects, stray_bytes)) {
        return fail(ErrorCode::ValueInvalid, "the offset table names other places than where "
                                             "the objects stand");
    }
    return {};
}

} // namespace madoguchi::jpki
