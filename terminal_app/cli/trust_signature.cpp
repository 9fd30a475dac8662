#include "terminal_app/cli/card_outcome.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/input_bytes.hpp"
#include "terminal_app/cli/trust_actions.hpp"

#include <fmt/format.h>

namespace madoguchi::cli {

namespace {

constexpr std::size_t largest_key = 64U << 10U;
constexpr std::size_t largest_message = 64U << 20U;
constexpr std::size_t largest_signature = 64U << 10U;

Result<bool> is_good(const SignatureOptions& options) {
    const Bytes key_file = MADOGUCHI_TRY(read_bytes(options.key, largest_key));
    const jpki::PublicKey key = MADOGUCHI_TRY(jpki::parse_public_key_file(key_file));
    if (jpki::kind_of(key) != options.algorithm.key) {
        return fail(ErrorCode::KeyInvalid, "the key is of another kind than the algorithm needs");
    }
    const Bytes message = MADOGUCHI_TRY(read_bytes(options.message, largest_message));
    const Bytes signature = MADOGUCHI_TRY(read_bytes(options.signature, largest_signature));
    return jpki::is_signature_over(key, options.algorithm, message, signature);
}

} // namespace

int verify_signature(const SignatureOptions& options) {
    const auto good = is_good(options);
    if (!good) {
        return report_unusable(good.error(), options.json);
    }
    if (options.json) {
        print_json({{"outcome", *good ? "good" : "refused"},
                    {"algorithm", jpki::name_of(options.algorithm)}});
    } else {
        fmt::print("{}\n", *good ? "good: the key made this signature over the message"
                                 : "refused: this is not the key's signature over the message, or "
                                   "not in its only valid form");
    }
    return *good ? exit_yes : exit_no;
}

} // namespace madoguchi::cli
