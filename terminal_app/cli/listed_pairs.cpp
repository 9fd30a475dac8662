#include "terminal_app/cli/listed_pairs.hpp"

namespace madoguchi::cli {

namespace {

std::filesystem::path folder_of(const PairListOptions& options) {
    return options.pictures.empty() ? std::filesystem::path(options.pairs).parent_path()
                                    : std::filesystem::path(options.pictures);
}

} // namespace

ListedPairs::ListedPairs(const PairListOptions& options)
    : list_(options.pairs), reader_(list_, folder_of(options)) {
}

face::PictureSource ListedPairs::pictures() {
    return [this](const std::filesystem::path& path) { return read_picture(decoder_, path); };
}

int ListedPairs::report_stop(const Error& error) const {
    return cli::report_stop(error, reader_.line());
}

} // namespace madoguchi::cli
