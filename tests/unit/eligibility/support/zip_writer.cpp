#include "tests/unit/eligibility/support/zip_writer.hpp"

#include "hal/base/contract.hpp"

#include <zlib.h>

#include <optional>

namespace madoguchi::test {

namespace {

void put(Bytes& out, std::uint32_t value, int width) {
    for (int i = 0; i < width; ++i) {
        out.push_back(static_cast<std::uint8_t>(value >> (8 * i) & 0xFFU));
    }
}

Bytes deflated(const std::string& content) {
    z_stream stream{};
    MADOGUCHI_ENSURES(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) ==
                      Z_OK);
    Bytes input = to_bytes(as_bytes(content));
    Bytes out(deflateBound(&stream, input.size()));
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    MADOGUCHI_ENSURES(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

// From "version needed" to the lengths of name and extra field: alike in both headers.
void put_common(Bytes& out, std::uint32_t method, const std::string& content,
                std::size_t packed_size, std::size_t stated_size) {
    const Bytes bytes = to_bytes(as_bytes(content));
    put(out, 20, 2);
    put(out, 0, 2); // flags
    put(out, method, 2);
    put(out, 0, 4); // time and date
    put(out, static_cast<std::uint32_t>(crc32(0, bytes.data(), static_cast<uInt>(bytes.size()))),
        4);
    put(out, static_cast<std::uint32_t>(packed_size), 4);
    put(out, static_cast<std::uint32_t>(stated_size), 4);
    put(out, 1, 2); // length of the name
    put(out, 0, 2);
}

Bytes archive(const std::vector<std::string>& contents, ZipMethod method,
              std::optional<std::uint32_t> stated_size) {
    const std::uint32_t number = method == ZipMethod::Deflated ? 8 : 0;
    Bytes out;
    Bytes directory;
    for (const std::string& content : contents) {
        const Bytes packed =
            method == ZipMethod::Deflated ? deflated(content) : to_bytes(as_bytes(content));
        const std::size_t stated = stated_size.value_or(static_cast<std::uint32_t>(content.size()));
        put(directory, 0x02014B50, 4);
        put(directory, 20, 2);
        put_common(directory, number, content, packed.size(), stated);
        put(directory, 0, 10 - 6); // comment, disk
        put(directory, 0, 2);      // internal attributes
        put(directory, 0, 4);      // external attributes
        put(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory.push_back('a');
        put(out, 0x04034B50, 4);
        put_common(out, number, content, packed.size(), stated);
        out.push_back('a');
        out.insert(out.end(), packed.begin(), packed.end());
    }
    const auto begin = static_cast<std::uint32_t>(out.size());
    out.insert(out.end(), directory.begin(), directory.end());
    put(out, 0x06054B50, 4);
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(contents.size()), 2);
    put(out, static_cast<std::uint32_t>(contents.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

} // namespace

Bytes zip_of(const std::vector<std::string>& contents, ZipMethod method) {
    return archive(contents, method, std::nullopt);
}

Bytes zip_claiming(const std::string& content, std::uint32_t stated_size) {
    return archive({content}, ZipMethod::Deflated, stated_size);
}

} // namespace madoguchi::test
