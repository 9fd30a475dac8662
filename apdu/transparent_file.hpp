// Reading transparent files (READ BINARY, ISO/IEC 7816-4 clause 11.3.3). The first exchange selects
// the file by its short identifier; the rest follow by offset. A file's length is never believed
// before it is checked. Readers and cards may give less than was asked for: an answer's length says
// nothing about the file's end, only 6282 and 6B00 do.
//
// Each answer is asked for as long as card and reader carry it: extended, then 256 bytes, then 255
// for readers that take an Le of 00 for none. What is not carried (refused, empty, cut) is asked
// for again in the next shorter form, and the channel stays with that.
#pragma once

#include "apdu/apdu_channel.hpp"
#include "apdu/ber_tlv.hpp"
#include "hal/base/secret.hpp"

namespace madoguchi::apdu {

// A file that holds one BER-TLV or DER object and then filler.
struct ObjectFile {
    ShortFileId id;
    // Asked for at once: the usual size of the object, or enough for its header where sizes differ
    // much. A wrong guess costs one exchange or some filler, nothing else.
    std::size_t first_read;
    std::size_t largest; // cap on what the object's header may state, in bytes of the whole object
    // Where some cards put two stray bytes in front of the object: its two-byte tag, by which it is
    // found behind them. 0: the object stands first.
    std::uint16_t tag_behind_stray_bytes = 0;
};

// Reads as much as the object's own header states and returns exactly the object. `rules` say how
// the header may be coded (Strict for certificates). Errors: TooLarge (header states more than
// largest), Truncated (file ends inside the object), NoProgress (success without data),
// LengthInvalid (more data than asked for, or a malformed header), TagUnexpected, SyntaxInvalid
// (what came behind the object is no filler), UnexpectedStatusWord, SecurityStatusNotSatisfied,
// FileNotFound, and as ApduChannel::exchange.
[[nodiscard]] Result<Bytes> read_object_file(ApduChannel& channel, const ObjectFile& file,
                                             ExchangeBudget& budget,
                                             TlvRules rules = TlvRules::Tolerant);

// The same, in pieces: what was read before an error stays, and a reading in another conversation
// with the same card goes on behind it.
class ObjectFileReading {
public:
    // `already_read` is the beginning of the file, or empty.
    ObjectFileReading(const ObjectFile& file, TlvRules rules, Bytes already_read)
        : file_(file), rules_(rules), content_(std::move(already_read)) {}
    ~ObjectFileReading() { wipe(content_); }
    ObjectFileReading(const ObjectFileReading&) = delete;
    ObjectFileReading& operator=(const ObjectFileReading&) = delete;

    // Sends nothing when the object is there already. Errors: as read_object_file.
    [[nodiscard]] Result<Bytes> read(ApduChannel& channel, ExchangeBudget& budget);

    // All of the file that was read so far; after an error, what there is to go on from.
    [[nodiscard]] ByteView content() const noexcept { return content_; }

private:
    ObjectFile file_;
    TlvRules rules_;
    Bytes content_;
};

// A file of known size without a header of its own: exactly `size` bytes. Errors: as above.
[[nodiscard]] Result<Bytes> read_sized_file(ApduChannel& channel, ShortFileId file,
                                            std::size_t size, ExchangeBudget& budget);

// The whole physical file with its filler, at most `largest` bytes, up to the card's own end of
// file. For digests that cover filler and for diagnostics. Errors: as above.
[[nodiscard]] Result<Bytes> read_whole_file(ApduChannel& channel, ShortFileId file,
                                            std::size_t largest, ExchangeBudget& budget);

} // namespace madoguchi::apdu
