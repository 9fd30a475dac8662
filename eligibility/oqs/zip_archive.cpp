#include "eligibility/oqs/zip_archive.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>

namespace madoguchi::eligibility::oqs {

namespace {

constexpr std::array<std::uint8_t, 4> local_header{'P', 'K', 3, 4};
constexpr std::array<std::uint8_t, 4> central_header{'P', 'K', 1, 2};
constexpr std::array<std::uint8_t, 4> end_record{'P', 'K', 5, 6};
constexpr std::size_t local_header_size = 30;
constexpr std::size_t central_header_size = 46;
constexpr std::size_t end_record_size = 22;
constexpr std::size_t comment_limit = 0xFFFF;
constexpr unsigned encrypted_flag = 1;
constexpr unsigned method_stored = 0;
constexpr unsigned method_deflated = 8;

tl::unexpected<Error> damaged() {
    return fail(ErrorCode::AnswerUnreadable, "the ZIP archive is damaged or cut short");
}

std::size_t number_at(ByteView bytes, std::size_t at, std::size_t width) {
    std::size_t value = 0;
    for (std::size_t i = width; i-- > 0;) {
        value = value << 8U | bytes[at + i];
    }
    return value;
}

bool begins(ByteView bytes, const std::array<std::uint8_t, 4>& mark) {
    return bytes.size() >= mark.size() && same_bytes(bytes.first(mark.size()), mark);
}

struct Entry {
    std::size_t flags;
    std::size_t method;
    std::size_t checksum;
    std::size_t packed_size;
    std::size_t size;
    std::size_t offset; // of the local header
};

// The end record stands last, but for a comment.
std::optional<std::size_t> find_end_record(ByteView archive) {
    if (archive.size() < end_record_size) {
        return std::nullopt;
    }
    const std::size_t last = archive.size() - end_record_size;
    for (std::size_t back = 0; back <= std::min(last, comment_limit); ++back) {
        if (begins(archive.subspan(last - back), end_record)) {
            return last - back;
        }
    }
    return std::nullopt;
}

Result<Entry> read_only_entry(ByteView archive) {
    const auto end = find_end_record(archive);
    if (!end) {
        return damaged();
    }
    if (number_at(archive, *end + 10, 2) != 1) {
        return fail(ErrorCode::AnswerUnreadable, "the ZIP archive does not hold exactly one file");
    }
    const std::size_t at = number_at(archive, *end + 16, 4);
    if (at > *end || *end - at < central_header_size ||
        !begins(archive.subspan(at), central_header)) {
        return damaged();
    }
    return Entry{number_at(archive, at + 8, 2),  number_at(archive, at + 10, 2),
                 number_at(archive, at + 16, 4), number_at(archive, at + 20, 4),
                 number_at(archive, at + 24, 4), number_at(archive, at + 42, 4)};
}

Result<ByteView> packed_content(ByteView archive, const Entry& entry) {
    if (entry.offset > archive.size() || archive.size() - entry.offset < local_header_size ||
        !begins(archive.subspan(entry.offset), local_header)) {
        return damaged();
    }
    const std::size_t skip = local_header_size + number_at(archive, entry.offset + 26, 2) +
                             number_at(archive, entry.offset + 28, 2);
    const std::size_t left = archive.size() - entry.offset;
    if (skip > left || entry.packed_size > left - skip) {
        return damaged();
    }
    return archive.subspan(entry.offset + skip, entry.packed_size);
}

// Gives exactly size bytes or nothing: what the archive says of itself bounds what is inflated.
std::optional<Bytes> inflate_exactly(ByteView packed, std::size_t size) {
    Bytes content(size + 1); // room for one byte too many shows that there is more
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) {
        return std::nullopt;
    }
    Bytes input(packed.begin(), packed.end()); // zlib takes no constant bytes
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = content.data();
    stream.avail_out = static_cast<uInt>(content.size());
    const int end = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (end != Z_STREAM_END || stream.total_out != size) {
        return std::nullopt;
    }
    content.resize(size);
    return content;
}

} // namespace

bool looks_like_zip(ByteView file) noexcept {
    return begins(file, local_header);
}

Result<Bytes> unpack_single_file(ByteView archive, std::size_t limit) {
    const Entry entry = MADOGUCHI_TRY(read_only_entry(archive));
    if (entry.size > limit || archive.size() > limit) {
        return fail(ErrorCode::AnswerUnreadable, "the file in the ZIP archive is too large");
    }
    if ((entry.flags & encrypted_flag) != 0) {
        return fail(ErrorCode::AnswerUnreadable,
                    "the ZIP archive is encrypted; turn encryption off for this file prefix");
    }
    const ByteView packed = MADOGUCHI_TRY(packed_content(archive, entry));
    std::optional<Bytes> content;
    if (entry.method == method_deflated) {
        content = inflate_exactly(packed, entry.size);
    } else if (entry.method == method_stored && packed.size() == entry.size) {
        content = Bytes(packed.begin(), packed.end());
    }
    if (!content ||
        crc32(0, content->data(), static_cast<uInt>(content->size())) != entry.checksum) {
        return damaged();
    }
    return std::move(*content);
}

} // namespace madoguchi::eligibility::oqs
