// A whole reception in process: simulated card and reader, simulated eligibility service over real
// folders, the real services between.
#pragma once

#include "eligibility/oqs/oqs_folder_link.hpp"
#include "face/sandbox/sandboxed_decoder.hpp"
#include "hw-sim/card/in_process_reader.hpp"
#include "hw-sim/eligibility/official_reader.hpp"
#include "hw-sim/fault/faulty_readers.hpp"
#include "terminal_app/service/headless_reception.hpp"
#include "terminal_app/service/running_reception.hpp"
#include "tests/support/cards/simulated_card.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/terminal_app/reception/holdable_readers.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace madoguchi::test {

struct BenchOptions {
    std::string persona = "p02";
    std::string scenario = "eligible"; // of the eligibility service
    bool with_eligibility_folder = true;
    bool with_our_anchors = true;           // false: those of somebody else's authorities
    std::string surface_number;             // empty: the card's own
    std::optional<ErrorCode> surface_fails; // instead of a number
    bool in_patient_index = true;
    bool with_hand_over_folder = true;
    bool with_later_list = true;
    bool with_ties = true; // false: their store cannot be opened
    // For a face file of an official reader beside the terminal; nothing: there is none.
    std::optional<std::chrono::milliseconds> face_wait;
    std::chrono::seconds eligibility_deadline{5};
    std::chrono::milliseconds longest_silence = std::chrono::seconds(10); // of the card's thread
    std::optional<std::chrono::milliseconds> patience; // of phases that wait for a person
    hal::CameraSource* camera = nullptr;               // outlives the bench
    std::function<terminal::FaceSettings()> face = [] {
        return terminal::FaceSettings{fail(ErrorCode::ModelMissing, "no models in this test")};
    };
};

// Goes as every clock does, but on the day from which kinds of cards count their dates.
class BenchClock final : public Clock {
public:
    [[nodiscard]] MonotonicTime monotonic_now() const override {
        return std::chrono::steady_clock::now();
    }
    [[nodiscard]] CivilTime civil_now() const override {
        return CivilTime(std::chrono::sys_days(today)) +
               std::chrono::duration_cast<std::chrono::seconds>(monotonic_now() - start_);
    }

private:
    MonotonicTime start_ = std::chrono::steady_clock::now();
};

class ReceptionBench {
public:
    explicit ReceptionBench(const BenchOptions& options = {});
    ~ReceptionBench();

    [[nodiscard]] terminal::Desk& desk() { return reception_->desk(); }
    [[nodiscard]] sim::InProcessReader& reader() { return reader_; }
    [[nodiscard]] HoldableReaders& readers() { return readers_; }
    // None happens unless it is planned. Cards are swapped for one of p05.
    [[nodiscard]] sim::FaultyReaders& faults() { return faults_; }
    [[nodiscard]] const sim::Persona& person() const { return persona_; }
    [[nodiscard]] std::filesystem::path folder() const { return folder_.path(); }

    void insert() { reader_.insert(card_); }
    // The same card, or another one, in the reader and received without a browser.
    [[nodiscard]] terminal::HeadlessResult receive(terminal::HeadlessWishes wishes);
    [[nodiscard]] terminal::HeadlessResult receive_by_pin(std::string_view pin = {});
    // Takes the card away and waits until the screen is idle.
    void take_card();

    [[nodiscard]] terminal::HeadlessWishes pin_wishes(std::string_view pin = {}) const;
    // Waits for the phase; the view is the first one in it. Fails the test after 60 s.
    terminal::DeskView wait_for(terminal::Phase phase);
    // Waits until the part is so. Fails the test after 60 s.
    terminal::PartHealth wait_for(terminal::Part part, terminal::Condition condition);
    void press(terminal::PatientAction action);
    void press(terminal::StaffAction action);

    [[nodiscard]] const sim::VirtualCard& card() const { return *card_; }
    void use_card(std::shared_ptr<sim::VirtualCard> card) { card_ = std::move(card); }
    // The next patient, with the card that belongs to them.
    void next_patient(const std::string& persona, std::string_view kind = "current");
    // As at the end of the program.
    void shut_down() { reception_.reset(); }
    // With the same files.
    void start_again();
    [[nodiscard]] terminal::LaterList& later_list() { return *later_list_; }
    // Leaves its face files in the folder "face", where the terminal looks for them.
    [[nodiscard]] sim::OfficialReader& official_reader() { return *official_reader_; }
    // Waits until so many face files turned out to be this. Fails the test after 60 s.
    void wait_for(eligibility::Fit fit, std::uint64_t count);
    // Waits until the list of later confirmations has one row that is so.
    [[nodiscard]] bool wait_for_later(terminal::LaterState state);
    // The service begins to answer, in a folder that was not there.
    void serve_eligibility(const std::string& scenario);
    // Waits until the journal, which is written on a thread of its own, has so many rows.
    [[nodiscard]] std::vector<terminal::AuditRow> journal_of(std::size_t rows);

private:
    class PrintedNumber final : public hal::SurfaceNumberSource {
    public:
        PrintedNumber(std::string digits, std::optional<ErrorCode> fails)
            : digits_(std::move(digits)), fails_(fails) {}
        void show(std::string digits) {
            const std::scoped_lock lock(mutex_);
            digits_ = std::move(digits);
        }
        [[nodiscard]] bool gives(std::size_t /*digits*/) const override { return true; }
        [[nodiscard]] Result<void> check(Deadline /*deadline*/) override { return {}; }
        [[nodiscard]] Result<SecretBytes> read_number(Deadline /*deadline*/,
                                                      hal::SurfaceWatcher& /*watcher*/) override {
            const std::scoped_lock lock(mutex_);
            if (fails_) {
                return fail(*fails_, "the test's surface camera fails");
            }
            return SecretBytes(as_bytes(digits_));
        }

    private:
        std::mutex mutex_;
        std::string digits_;
        std::optional<ErrorCode> fails_;
    };

    void write_index(bool with_person);
    [[nodiscard]] terminal::ReceptionSettings settings(const BenchOptions& options) const;
    [[nodiscard]] std::optional<terminal::TieStore> ties(const BenchOptions& options) const;

    BenchOptions options_;
    TemporaryFolder folder_;
    sim::Persona persona_;
    std::shared_ptr<sim::VirtualCard> card_;
    BenchClock clock_;
    sim::InProcessReader reader_;
    sim::FaultyReaders faults_{reader_, card_of("p05")};
    HoldableReaders readers_{faults_};
    std::unique_ptr<hal::CardReaderMonitor> monitor_;
    PrintedNumber surface_;
    face::SandboxedDecoder decoder_{face::portrait_sandbox()};
    std::unique_ptr<eligibility::oqs::OqsFolderLink> link_;
    std::unique_ptr<eligibility::oqs::OqsFolderLink> later_link_;
    std::shared_ptr<terminal::LaterList> later_list_;
    std::optional<sim::OfficialReader> official_reader_;
    std::jthread eligibility_service_;
    std::unique_ptr<terminal::RunningReception> reception_;
};

} // namespace madoguchi::test
