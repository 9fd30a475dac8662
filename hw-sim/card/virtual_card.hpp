// The card: a state machine from command APDU bytes to response APDU bytes (card-interface
// reference, section 4). It does no input or output but through its NumberStore.
#pragma once

#include "apdu/command_apdu.hpp"
#include "apdu/response_apdu.hpp"
#include "hw-sim/card/card_behaviour.hpp"
#include "hw-sim/card/card_content.hpp"
#include "hw-sim/card/card_in_reader.hpp"
#include "hw-sim/card/card_observations.hpp"
#include "hw-sim/card/number_store.hpp"

#include <memory>
#include <set>

namespace madoguchi::sim {

// Used by one thread at a time.
class VirtualCard final : public CardInReader {
public:
    // The store must outlive the card.
    VirtualCard(CardContent content, NumberStore& numbers, CardBehaviour behaviour = {});

    ~VirtualCard() override = default;
    VirtualCard(const VirtualCard&) = delete;
    VirtualCard& operator=(const VirtualCard&) = delete;

    // Answers any bytes; always at least a status word.
    [[nodiscard]] Bytes transmit(ByteView command);
    [[nodiscard]] std::optional<Bytes> answer(ByteView command) override {
        return transmit(command);
    }

    // Answer to reset. Power-off forgets selection and verified numbers; counters stay.
    [[nodiscard]] const Bytes& power_on() override;
    void power_off() override;
    void warm_reset() override;

    [[nodiscard]] const Bytes& answer_to_reset() const noexcept override {
        return content_.answer_to_reset;
    }
    [[nodiscard]] const CardObservations& observations() const noexcept { return observations_; }
    void forget_observations() { observations_ = {}; }

private:
    using Answer = apdu::ResponseApdu;
    using Command = apdu::CommandApdu;

    [[nodiscard]] Answer process(ByteView encoded);
    [[nodiscard]] Answer dispatch(const Command& command);

    // virtual_card_files.cpp
    [[nodiscard]] Answer select(const Command& command);
    [[nodiscard]] Answer select_application(const Command& command);
    [[nodiscard]] Answer select_file(const Command& command);
    [[nodiscard]] Answer select_master_file(const Command& command);
    [[nodiscard]] Answer read_binary(const Command& command);
    [[nodiscard]] Answer read_record(const Command& command);
    [[nodiscard]] Answer get_data(const Command& command);

    // virtual_card_numbers.cpp
    [[nodiscard]] Answer verify(const Command& command);
    [[nodiscard]] Answer compare(const CardFile& file, const NumberFile& number, ByteView given);
    [[nodiscard]] Answer change(const Command& command, ChangeCommand how);
    [[nodiscard]] NumberState state_of(const NumberFile& number) const;

    // virtual_card_keys.cpp
    [[nodiscard]] Answer get_challenge(const Command& command);
    [[nodiscard]] Answer internal_authenticate(const Command& command);
    [[nodiscard]] Answer compute_signature(const Command& command);

    // A file of the current application, and the status word when there is none.
    struct Found {
        const CardFile* file = nullptr;
        apdu::StatusWord status = apdu::status::success;
    };
    [[nodiscard]] Found find_file(apdu::FileId id);
    [[nodiscard]] Found find_by_short_id(std::uint8_t short_id);
    template <typename Condition>
    [[nodiscard]] Found find_first(Condition matches); // becomes the current file
    [[nodiscard]] Found current_file() const;
    // By P2 of VERIFY, CHANGE and the key commands: 80, 80 | short id, 00.
    [[nodiscard]] Found find_key(std::uint8_t p2);
    [[nodiscard]] Found find_number(std::uint8_t p2); // likewise, and it is a number
    // A private key for a key command: the right kind, free to use now, and room for its answer.
    [[nodiscard]] Found find_usable_key(const Command& command, PrivateKeyFile::Use use);
    [[nodiscard]] bool may_use(const CardFile& file) const;
    [[nodiscard]] CardObservations::Place place_of(const CardFile& file) const;
    void leave_application();

    CardContent content_;
    NumberStore& numbers_;
    CardBehaviour behaviour_;
    CardObservations observations_;
    const CardApplication* application_ = nullptr; // null: none, the issuer security domain
    const CardFile* file_ = nullptr;               // current elementary file
    std::set<apdu::FileId> verified_;              // numbers of the current application
    bool is_fresh_ = true;                         // no command since power-on
};

} // namespace madoguchi::sim
