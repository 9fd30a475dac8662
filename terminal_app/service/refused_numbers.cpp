#include "terminal_app/service/refused_numbers.hpp"

#include "hal/base/contract.hpp"
#include "terminal_app/store/key_file.hpp"

#include <openssl/rand.h>

#include <algorithm>

namespace madoguchi::terminal {

namespace {

SecretBytes fresh_key() {
    SecretBytes key(key_size);
    const int done = RAND_bytes(key.reveal_for_writing().data(), static_cast<int>(key.size()));
    MADOGUCHI_ENSURES(done == 1);
    return key;
}

bool is_old(MonotonicTime at, MonotonicTime now) {
    return now - at > RefusedNumbers::longest_memory;
}

} // namespace

RefusedNumbers::RefusedNumbers() : key_(fresh_key()) {
}

Digest RefusedNumbers::name_of(ByteView certificate) const {
    return key_.authenticate(certificate);
}

Digest RefusedNumbers::name_of(const Digest& card, const jpki::FrontNumber& number) const {
    const ByteView digits = jpki::digits_of(number).reveal();
    SecretBytes both(card.size() + digits.size());
    const auto end_of_card = std::copy(card.begin(), card.end(), both.reveal_for_writing().begin());
    std::copy(digits.begin(), digits.end(), end_of_card);
    return key_.authenticate(both.reveal());
}

void RefusedNumbers::remember(const Digest& number, MonotonicTime now) {
    forget_old(now);
    if (refusals_.size() == most) {
        refusals_.pop_front();
    }
    refusals_.push_back({number, now});
}

bool RefusedNumbers::know(const Digest& number, MonotonicTime now) const {
    return std::any_of(refusals_.begin(), refusals_.end(), [&](const Refusal& refusal) {
        return refusal.number == number && !is_old(refusal.at, now);
    });
}

void RefusedNumbers::forget_old(MonotonicTime now) {
    while (!refusals_.empty() && is_old(refusals_.front().at, now)) {
        refusals_.pop_front();
    }
}

} // namespace madoguchi::terminal
