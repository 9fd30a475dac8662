#include "drivers/pcsc/pcsc_reader_directory.hpp"

#include "drivers/pcsc/pcsc_reader.hpp"
#include "drivers/pcsc/reader_capabilities.hpp"

#include <algorithm>

namespace madoguchi::drivers {

namespace {

// Nothing is waited for: a reader whose state is not known yet answers at once.
Result<std::vector<ScardReaderStatus>> present_states(const PcscContext& context,
                                                      const std::vector<ReaderName>& names) {
    std::vector<ScardReaderStatus> states;
    states.reserve(names.size());
    for (const ReaderName& name : names) {
        states.push_back({name.raw, scard_state::unaware});
    }
    if (states.empty()) {
        return states;
    }
    const ScardCode code =
        context.table().get_status_change(context.handle(), std::chrono::milliseconds(0), states);
    // A reader that was unplugged since it was listed, or a daemon without news: no card then.
    if (code != ScardCode::Success && code != ScardCode::Timeout &&
        code != ScardCode::UnknownReader) {
        return fail(error_before_use(code));
    }
    return states;
}

Result<std::vector<hal::ReaderState>> readers_with_state(const PcscContext& context) {
    const std::vector<ReaderName> names = MADOGUCHI_TRY(list_reader_names(context));
    const std::vector<ScardReaderStatus> states = MADOGUCHI_TRY(present_states(context, names));
    std::vector<hal::ReaderState> readers;
    for (std::size_t i = 0; i < names.size(); ++i) {
        readers.push_back({names[i].shown, (states[i].now & scard_state::present) != 0});
    }
    return readers;
}

} // namespace

PcscReaderDirectory::PcscReaderDirectory(PcscOptions options,
                                         std::shared_ptr<const ScardTable> table)
    : capabilities_(std::make_shared<ReaderCapabilities>(options.limits)), table_(std::move(table)),
      service_(std::make_unique<PcscService>(table_)) {
}

PcscReaderDirectory::~PcscReaderDirectory() = default;

Result<std::vector<hal::ReaderState>> PcscReaderDirectory::list() {
    return service_->with_context(
        [](const SharedPcscContext& context) { return readers_with_state(*context); });
}

Result<std::unique_ptr<hal::CardReader>> PcscReaderDirectory::open(const std::string& reader_name) {
    const std::vector<ReaderName> names = MADOGUCHI_TRY(service_->with_context(
        [](const SharedPcscContext& context) { return list_reader_names(*context); }));
    const auto found = std::ranges::find(names, reader_name, &ReaderName::shown);
    if (found == names.end()) {
        return fail(ErrorCode::NoReader, "no reader of that name is attached; list the readers");
    }
    return std::make_unique<PcscReader>(table_, *found, capabilities_);
}

} // namespace madoguchi::drivers
