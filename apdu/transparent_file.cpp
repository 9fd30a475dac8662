#include "apdu/transparent_file.hpp"

#include <algorithm>

namespace madoguchi::apdu {

namespace {

// One file being read from its beginning.
class FileCursor {
public:
    FileCursor(ApduChannel& channel, ShortFileId file, ExchangeBudget& budget)
        : channel_(channel), file_(file), budget_(budget) {}

    [[nodiscard]] const Bytes& content() const noexcept { return content_; }
    [[nodiscard]] Bytes take_content() && noexcept { return std::move(content_); }
    [[nodiscard]] bool at_end() const noexcept { return at_end_; }

    // At most `wanted` further bytes: one exchange, or one more for each form of Le that card or
    // reader turns out not to carry.
    Result<void> read_more(std::size_t wanted) {
        constexpr std::size_t largest_offset = 0x7FFF;
        if (content_.size() > largest_offset) {
            return fail(ErrorCode::TooLarge, "file goes beyond the offsets of READ BINARY");
        }
        const std::size_t length = std::min(wanted, channel_.limits().longest_answer());
        const CommandApdu command = content_.empty()
                                        ? command::read_binary(file_, 0, length)
                                        : command::read_binary(content_.size(), length);
        const ResponseApdu response = MADOGUCHI_TRY(channel_.exchange(command, budget_));
        if (!is_carried(response, length)) {
            channel_.limit_answers(length > ApduLimits::short_answer
                                       ? ApduLimits::short_answer
                                       : ApduLimits::short_answer - 1);
            return read_more(wanted);
        }
        return accept(response, length);
    }

    // The file goes on behind an answer that was shorter than asked for: reader or card cut it.
    void learn_cut() {
        constexpr std::size_t shortest_known = ApduLimits::short_answer - 1;
        if (last_received_ < last_asked_ && last_received_ >= shortest_known) {
            channel_.learn_cut(last_received_);
        }
    }

private:
    // Whether what came back answers a command that reader and card understood: a long Le may be
    // refused, taken for none, or lost with the status word behind a cut answer.
    [[nodiscard]] bool is_carried(const ResponseApdu& response, std::size_t length) const {
        const StatusWord status = response.status();
        const bool refused_without_doubt = status == status::security_status_not_satisfied ||
                                           status == status::file_or_application_not_found;
        if (length < ApduLimits::short_answer || refused_without_doubt) {
            return true;
        }
        if (status.is_success()) {
            return !response.data().empty();
        }
        if (length == ApduLimits::short_answer) {
            return status != status::wrong_length;
        }
        return status == status::end_of_file_reached ||
               (status == status::offset_outside_file && !content_.empty());
    }

    Result<void> accept(const ResponseApdu& response, std::size_t length) {
        const StatusWord status = response.status();
        if (status == status::offset_outside_file && !content_.empty()) {
            at_end_ = true;
            return {};
        }
        at_end_ = status == status::end_of_file_reached;
        if (!status.is_success() && !at_end_) {
            return fail(unexpected_status(status, "the card refuses to read the file"));
        }
        if (response.data().size() > length) {
            return fail(ErrorCode::LengthInvalid,
                        "the card sent more of the file than was asked for");
        }
        if (response.data().empty() && !at_end_) {
            return fail(ErrorCode::NoProgress, "the card answers success without data");
        }
        content_.insert(content_.end(), response.data().begin(), response.data().end());
        last_asked_ = length;
        last_received_ = response.data().size();
        return {};
    }

    ApduChannel& channel_;
    ShortFileId file_;
    ExchangeBudget& budget_;
    Bytes content_;
    std::size_t last_asked_ = 0;
    std::size_t last_received_ = 0;
    bool at_end_ = false;
};

Result<Bytes> read_up_to(FileCursor cursor, std::size_t size) {
    while (cursor.content().size() < size) {
        if (cursor.at_end()) {
            return fail(ErrorCode::Truncated, "the file ends before its content does");
        }
        cursor.learn_cut();
        MADOGUCHI_TRY(cursor.read_more(size - cursor.content().size()));
    }
    Bytes content = std::move(cursor).take_content();
    content.resize(size);
    return content;
}

} // namespace

Result<Bytes> read_object_file(ApduChannel& channel, const ObjectFile& file, ExchangeBudget& budget,
                               TlvRules rules) {
    FileCursor cursor(channel, file.id, budget);
    MADOGUCHI_TRY(cursor.read_more(file.first_read));
    const ByteView beginning = cursor.content();
    const std::size_t size = MADOGUCHI_TRY(declared_object_length(beginning, rules));
    if (size > file.largest) {
        return fail(ErrorCode::TooLarge, "the file states a length that no real one has");
    }
    if (beginning.size() > size && !is_filler(beginning.subspan(size))) {
        return fail(ErrorCode::SyntaxInvalid, "the file goes on behind its object");
    }
    return read_up_to(std::move(cursor), size);
}

Result<Bytes> read_sized_file(ApduChannel& channel, ShortFileId file, std::size_t size,
                              ExchangeBudget& budget) {
    return read_up_to(FileCursor(channel, file, budget), size);
}

Result<Bytes> read_whole_file(ApduChannel& channel, ShortFileId file, std::size_t largest,
                              ExchangeBudget& budget) {
    FileCursor cursor(channel, file, budget);
    while (!cursor.at_end()) {
        // One byte more than allowed, to tell a file that is too long from one that just fits.
        MADOGUCHI_TRY(cursor.read_more(largest - cursor.content().size() + 1));
        if (cursor.content().size() > largest) {
            return fail(ErrorCode::TooLarge, "the file is longer than any real one");
        }
    }
    return std::move(cursor).take_content();
}

} // namespace madoguchi::apdu
