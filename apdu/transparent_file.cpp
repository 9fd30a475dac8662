#include "apdu/transparent_file.hpp"

#include <algorithm>

namespace madoguchi::apdu {

namespace {

// One file being read from its beginning.
class FileCursor {
public:
    // Appends to `content`, the beginning of the file, which outlives the cursor.
    FileCursor(ApduChannel& channel, ShortFileId file, ExchangeBudget& budget, Bytes& content)
        : channel_(channel), file_(file), budget_(budget), content_(content),
          is_current_file_(content.empty()) {}

    [[nodiscard]] const Bytes& content() const noexcept { return content_; }
    [[nodiscard]] bool at_end() const noexcept { return at_end_; }

    // At most `wanted` further bytes: one exchange, or one more for each form of Le that card or
    // reader turns out not to carry.
    Result<void> read_more(std::size_t wanted) {
        constexpr std::size_t largest_offset = 0x7FFF;
        if (content_.size() > largest_offset) {
            return fail(ErrorCode::TooLarge, "file goes beyond the offsets of READ BINARY");
        }
        MADOGUCHI_TRY(select_to_go_on());
        const std::size_t length = channel_.limits().next_answer(wanted);
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
    // Offsets behind 255 have no short identifier beside them.
    Result<void> select_to_go_on() {
        if (is_current_file_) {
            return {};
        }
        const CommandApdu select = command::select_file(FileId(file_.value()));
        const StatusWord status = MADOGUCHI_TRY(channel_.exchange(select, budget_)).status();
        if (!status.is_success()) {
            return fail(unexpected_status(status, "the card refuses to select the file again"));
        }
        is_current_file_ = true;
        return {};
    }

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
    Bytes& content_;
    bool is_current_file_; // selected, or about to be by its short identifier
    std::size_t last_asked_ = 0;
    std::size_t last_received_ = 0;
    bool at_end_ = false;
};

Result<void> read_up_to(FileCursor& cursor, std::size_t size) {
    while (cursor.content().size() < size) {
        if (cursor.at_end()) {
            return fail(ErrorCode::Truncated, "the file ends before its content does");
        }
        cursor.learn_cut();
        MADOGUCHI_TRY(cursor.read_more(size - cursor.content().size()));
    }
    return {};
}

Bytes beginning_of(const Bytes& content, std::size_t size) {
    return to_bytes(ByteView(content).first(size));
}

constexpr std::size_t stray_bytes = 2;

bool begins_with(ByteView bytes, std::uint16_t tag) {
    return bytes.size() >= sizeof tag && big_endian(bytes.first(sizeof tag)) == tag;
}

std::size_t start_of(const ObjectFile& file, ByteView beginning) {
    const std::uint16_t tag = file.tag_behind_stray_bytes;
    const bool has_stray_bytes = tag != 0 && beginning.size() > stray_bytes &&
                                 !begins_with(beginning, tag) &&
                                 begins_with(beginning.subspan(stray_bytes), tag);
    return has_stray_bytes ? stray_bytes : 0;
}

} // namespace

Result<Bytes> ObjectFileReading::read(ApduChannel& channel, ExchangeBudget& budget) {
    FileCursor cursor(channel, file_.id, budget, content_);
    if (content_.empty()) {
        MADOGUCHI_TRY(cursor.read_more(file_.first_read));
    }
    const std::size_t start = start_of(file_, content_);
    const std::size_t size =
        start + MADOGUCHI_TRY(declared_object_length(ByteView(content_).subspan(start), rules_));
    if (size > file_.largest) {
        return fail(ErrorCode::TooLarge, "the file states a length that no real one has");
    }
    if (content_.size() > size && !is_filler(ByteView(content_).subspan(size))) {
        return fail(ErrorCode::SyntaxInvalid, "the file goes on behind its object");
    }
    MADOGUCHI_TRY(read_up_to(cursor, size));
    return to_bytes(ByteView(content_).subspan(start, size - start));
}

Result<Bytes> read_object_file(ApduChannel& channel, const ObjectFile& file, ExchangeBudget& budget,
                               TlvRules rules) {
    return ObjectFileReading(file, rules, {}).read(channel, budget);
}

Result<Bytes> read_sized_file(ApduChannel& channel, ShortFileId file, std::size_t size,
                              ExchangeBudget& budget) {
    Bytes content;
    FileCursor cursor(channel, file, budget, content);
    MADOGUCHI_TRY(read_up_to(cursor, size));
    return beginning_of(content, size);
}

Result<Bytes> read_whole_file(ApduChannel& channel, ShortFileId file, std::size_t largest,
                              ExchangeBudget& budget) {
    Bytes content;
    FileCursor cursor(channel, file, budget, content);
    while (!cursor.at_end()) {
        // One byte more than allowed, to tell a file that is too long from one that just fits.
        MADOGUCHI_TRY(cursor.read_more(largest - content.size() + 1));
        if (content.size() > largest) {
            return fail(ErrorCode::TooLarge, "the file is longer than any real one");
        }
    }
    return content;
}

} // namespace madoguchi::apdu
