#include "terminal_app/cli/document_input.hpp"

#include "terminal_app/documents/fallback_document.hpp"

#include <fstream>
#include <iostream>

namespace madoguchi::cli {

namespace {

Bytes content_of(std::istream& stream) {
    Bytes content(documents::longest_document + 1); // one more, to notice a longer one
    stream.read(reinterpret_cast<char*>(content.data()),
                static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return content;
}

} // namespace

Result<Bytes> document_content(const std::string& file) {
    if (file == "-") {
        return content_of(std::cin);
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return fail(ErrorCode::FileUnreadable,
                    "the file is missing or cannot be read; check its path and permissions");
    }
    return content_of(stream);
}

} // namespace madoguchi::cli
