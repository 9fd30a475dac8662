// A card with one file that answers READ BINARY correctly, in one of the manners seen in the field.
#pragma once

#include "apdu/command_apdu.hpp"
#include "apdu/status_word.hpp"

#include <algorithm>

namespace madoguchi::test {

class FileCard final : public hal::CardChannel {
public:
    struct Manners {
        bool extended_length = true;
        std::size_t longest_answer = 65536; // data bytes; longer answers are cut, with 9000
        bool warns_at_end = false;          // 6282 instead of 9000 when the end cuts the answer
        bool takes_zero_for_none = false;   // Le 00: the answer has no data
        bool cuts_status_word = false;      // a cut answer ends without one
    };

    FileCard(Bytes file, Manners manners) : file_(std::move(file)), manners_(manners) {}

    [[nodiscard]] Result<Bytes> transmit(ByteView command, Deadline /*deadline*/) override {
        const apdu::CommandApdu read = MADOGUCHI_TRY(apdu::CommandApdu::decode(command));
        const std::size_t wanted = read.expected_length.value_or(0);
        if (wanted > apdu::ApduLimits::short_answer && !manners_.extended_length) {
            return Bytes{0x67, 0x00};
        }
        if (wanted == apdu::ApduLimits::short_answer && manners_.takes_zero_for_none) {
            return Bytes{0x90, 0x00};
        }
        const std::size_t high = (read.header.p1 & 0x80U) != 0 ? 0 : std::size_t{read.header.p1};
        const std::size_t offset = (high << 8U) | read.header.p2;
        if (offset >= file_.size()) {
            return Bytes{0x6B, 0x00};
        }
        const ByteView rest = ByteView(file_).subspan(offset);
        if (manners_.cuts_status_word && wanted > manners_.longest_answer &&
            rest.size() > manners_.longest_answer) {
            return to_bytes(rest.first(manners_.longest_answer));
        }
        const std::size_t length = std::min({wanted, rest.size(), manners_.longest_answer});
        const bool cut_by_end = manners_.warns_at_end && length == rest.size() && length < wanted;
        return concatenate(
            {rest.first(length), cut_by_end ? Bytes{0x62, 0x82} : Bytes{0x90, 0x00}});
    }

private:
    Bytes file_;
    Manners manners_;
};

} // namespace madoguchi::test
