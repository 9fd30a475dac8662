#include "terminal_app/cli/card_access.hpp"

#include "hal/base/contract.hpp"
#include "terminal_app/cli/card_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::cli {

namespace {

constexpr const char* program_version = "madoguchi " MADOGUCHI_VERSION;

Result<std::string> choose_reader(hal::CardReaderDirectory& directory, const std::string& wanted) {
    std::vector<hal::ReaderState> readers = MADOGUCHI_TRY(directory.list());
    std::erase_if(readers, [&wanted](const hal::ReaderState& reader) {
        return reader.name.find(wanted) == std::string::npos;
    });
    if (readers.empty()) {
        return fail(ErrorCode::NoReader, "no reader is attached, or none has that name");
    }
    std::erase_if(readers, [](const hal::ReaderState& reader) { return !reader.card_present; });
    if (readers.empty()) {
        return fail(ErrorCode::NoCard, "no card is on the reader");
    }
    if (readers.size() > 1) {
        return fail(ErrorCode::ConfigInvalid,
                    "several readers hold a card; say which one with --reader");
    }
    return readers.front().name;
}

} // namespace

void CardAccess::Trace::on_bytes(const apdu::ExchangeBytes& bytes) {
    if (recorder_ != nullptr) {
        recorder_->on_bytes(bytes);
    }
}

void CardAccess::Trace::on_exchange(const apdu::ExchangeRecord& record) {
    log_.on_exchange(record);
    if (recorder_ != nullptr) {
        recorder_->on_exchange(record);
    }
}

Result<std::unique_ptr<CardAccess>> CardAccess::open(hal::CardReaderDirectory& directory,
                                                     const CardOptions& options,
                                                     Deadline deadline) {
    std::unique_ptr<CardAccess> access = MADOGUCHI_TRY(open_silently(directory, options, deadline));
    if (!access->foreign_card()) {
        const std::string_view remark = remark_on(access->card().profile().token.kind);
        if (!remark.empty()) {
            fmt::print(stderr, "madoguchi: the card is of the {}\n", remark);
        }
    }
    return access;
}

Result<std::unique_ptr<CardAccess>> CardAccess::open_silently(hal::CardReaderDirectory& directory,
                                                              const CardOptions& options,
                                                              Deadline deadline) {
    return open_named(directory, MADOGUCHI_TRY(choose_reader(directory, options.reader)),
                      options.recorder, deadline);
}

Result<std::unique_ptr<CardAccess>> CardAccess::open_named(hal::CardReaderDirectory& directory,
                                                           const std::string& name,
                                                           apdu::TraceRecorder* recorder,
                                                           Deadline deadline) {
    auto access = open_once(directory, name, recorder, deadline);
    // A reader that loses its first long command gets short ones from then on.
    if (!access && access.error().code() == ErrorCode::TransportFailed) {
        return open_once(directory, name, recorder, deadline);
    }
    return access;
}

Result<std::unique_ptr<CardAccess>> CardAccess::open_once(hal::CardReaderDirectory& directory,
                                                          const std::string& name,
                                                          apdu::TraceRecorder* recorder,
                                                          Deadline deadline) {
    std::unique_ptr<hal::CardReader> opened = MADOGUCHI_TRY(directory.open(name));
    hal::Transaction transaction = MADOGUCHI_TRY(opened->begin(deadline));
    if (recorder != nullptr) {
        recorder->begin(
            {program_version, name, transaction.answer_to_reset(), transaction.limits()});
    }
    std::unique_ptr<CardAccess> access(
        new CardAccess(std::move(opened), std::move(transaction), recorder));
    access->recognised_ =
        MADOGUCHI_TRY(jpki::MynaCard::recognise(access->transaction_, &access->trace_, deadline));
    return access;
}

std::optional<jpki::ForeignCard> CardAccess::foreign_card() const noexcept {
    const auto* foreign = std::get_if<jpki::ForeignCard>(&*recognised_);
    return foreign != nullptr ? std::optional(*foreign) : std::nullopt;
}

jpki::MynaCard& CardAccess::card() {
    MADOGUCHI_EXPECTS(!foreign_card());
    return std::get<jpki::MynaCard>(*recognised_);
}

} // namespace madoguchi::cli
