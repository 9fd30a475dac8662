#include "jpki/card/card_objects.hpp"

#include <algorithm>

namespace madoguchi::jpki {

namespace {

constexpr std::uint16_t card_number_tag = 0x0045;
constexpr std::uint16_t municipality_tag = 0x00F0;
constexpr std::uint16_t expiry_tag = 0x00F2;
constexpr std::uint16_t contact_answer_tag = 0x5F51;
constexpr std::uint16_t lower_certificate_tag = 0x7F21;

class ObjectReader {
public:
    ObjectReader(CardSession& session, Deadline deadline)
        : session_(session), budget_(task_budget(deadline)) {}

    // Nothing when the card refuses.
    Result<std::optional<Bytes>> read(std::uint16_t tag) {
        const apdu::ResponseApdu response = MADOGUCHI_TRY(session_.channel().exchange(
            apdu::command::get_data(tag, apdu::ApduLimits::short_answer), budget_));
        if (!response.status().is_success() || response.data().empty()) {
            return std::nullopt;
        }
        return response.data();
    }

    // A large object asked for in short form is refused with 6700 by a card that has it.
    Result<bool> has(std::uint16_t tag) {
        const apdu::ResponseApdu response = MADOGUCHI_TRY(session_.channel().exchange(
            apdu::command::get_data(tag, apdu::ApduLimits::short_answer), budget_));
        return response.status().is_success() || response.status() == apdu::status::wrong_length;
    }

    // True when the application is current now.
    Result<bool> select(const apdu::Aid& application) {
        const auto selected = session_.select(application, budget_);
        if (!selected && selected.error().group() != ErrorGroup::Card) {
            return fail(selected.error());
        }
        return selected.has_value();
    }

private:
    CardSession& session_;
    apdu::ExchangeBudget budget_;
};

std::optional<std::string> digits_in(const std::optional<Bytes>& object, std::size_t shortest,
                                     std::size_t longest) {
    if (!object || object->size() < shortest || object->size() > longest ||
        !std::ranges::all_of(*object, [](auto byte) { return byte >= '0' && byte <= '9'; })) {
        return std::nullopt;
    }
    return as_text(*object);
}

std::optional<CivilDate> date_in(const std::optional<Bytes>& object) {
    const auto date = object ? parse_date(*object) : fail(ErrorCode::Truncated, "no date");
    return date ? std::optional(*date) : std::nullopt;
}

} // namespace

Result<CardObjects> read_card_objects(CardSession& session, const CardLayout& layout,
                                      Deadline deadline) {
    constexpr std::size_t municipality_digits = 5;
    constexpr std::size_t longest_card_number = 32;
    ObjectReader reader(session, deadline);
    CardObjects objects;
    if (MADOGUCHI_TRY(reader.select(layout.issuer_security_domain))) {
        objects.card_number =
            digits_in(MADOGUCHI_TRY(reader.read(card_number_tag)), 1, longest_card_number);
        objects.municipality_code = digits_in(MADOGUCHI_TRY(reader.read(municipality_tag)),
                                              municipality_digits, municipality_digits);
        objects.card_expiry = date_in(MADOGUCHI_TRY(reader.read(expiry_tag)));
        objects.has_lower_certificate = MADOGUCHI_TRY(reader.has(lower_certificate_tag));
        objects.contact_answer_to_reset = MADOGUCHI_TRY(reader.read(contact_answer_tag));
    }
    // Some cards give it only while an application is current, others only while none is.
    if (!objects.contact_answer_to_reset &&
        MADOGUCHI_TRY(reader.select(layout.public_key_service.application))) {
        objects.contact_answer_to_reset = MADOGUCHI_TRY(reader.read(contact_answer_tag));
    }
    return objects;
}

} // namespace madoguchi::jpki
