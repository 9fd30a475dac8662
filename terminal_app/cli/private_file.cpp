#include "terminal_app/cli/private_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace madoguchi::cli {

namespace {

tl::unexpected<Error> cannot_write(StaticText text) {
    return fail(Error(ErrorCode::StorageFailed, text).with_system_code(errno));
}

} // namespace

Result<void> expect_free_name(const std::filesystem::path& file) {
    std::error_code ignored;
    if (std::filesystem::symlink_status(file, ignored).type() !=
        std::filesystem::file_type::not_found) {
        return fail(ErrorCode::StorageFailed,
                    "a file of that name exists already and is never overwritten");
    }
    const auto folder = file.has_parent_path() ? file.parent_path() : ".";
    if (!std::filesystem::is_directory(folder, ignored)) {
        return fail(ErrorCode::StorageFailed, "the folder of the file to write does not exist");
    }
    return {};
}

Result<void> write_private_file(const std::filesystem::path& file, ByteView content) {
    const int descriptor = ::open(
        file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (descriptor < 0) {
        return cannot_write("the file cannot be made");
    }
    auto written = write_all(descriptor, content);
    if (::close(descriptor) != 0 && written) {
        written = cannot_write("the file cannot be written to its end");
    }
    if (!written) {
        ::unlink(file.c_str());
    }
    return written;
}

Result<void> write_all(int descriptor, ByteView content) {
    while (!content.empty()) {
        const ssize_t count = ::write(descriptor, content.data(), content.size());
        if (count <= 0 && errno != EINTR) {
            return cannot_write("what was read cannot be written to its end");
        }
        content = content.subspan(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return {};
}

} // namespace madoguchi::cli
