// Whether an answer is the one to the question at hand: by identifier and by content. A file's
// arrival alone says nothing about who stands at the desk. Source: eligibility interface notes,
// section 11.
#pragma once

#include "eligibility/model/basic_items.hpp"
#include "eligibility/model/eligibility_answer.hpp"
#include "eligibility/model/eligibility_request.hpp"
#include "hal/base/bytes.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace madoguchi::eligibility {

// What we sent comes back (session id, day and, where it is echoed, question).
[[nodiscard]] bool answers(const EligibilityRequest& request, const EligibilityAnswer& answer);

// For answers that come unasked, as face files do.
struct SessionExpectation {
    // Where the other side knows our session, its identifier must come back. Empty: it does not.
    std::string session_id;
    std::string facility_code;
    // Of the person at the desk, from card and chart. The birth date must agree with the answer's,
    // and so must the kana or, where one side has none, the name, letter for letter.
    BasicItems holder;
    std::string reference_number; // of the chart; empty: not known
    CivilTime armed_at;
    CivilTime deadline;
};

enum class Fit : std::uint8_t {
    Ours,
    Early,     // made before the session was armed
    Late,      // came after its deadline
    Foreign,   // of another session, facility or person
    Duplicate, // a file that this or an earlier session had already
    Undecided, // too little in it to tell: left to the desk
};

inline constexpr std::size_t fit_count = static_cast<std::size_t>(Fit::Undecided) + 1;

// "ours", "early", "late", "foreign", "duplicate", "undecided".
[[nodiscard]] std::string_view name_of(Fit fit) noexcept;

// Decides for one desk, session after session. One file never serves two sessions.
class SessionBinding {
public:
    // Forgets the session before. Contract: deadline after armed_at, and a birth date known.
    void arm(SessionExpectation expectation);
    // It is not waited for any more: whatever is judged from now on is late.
    void close();
    // From now on nothing fits until the next arm().
    void disarm() { expectation_.reset(); }
    // Where it is not, no content fits: it need not be read.
    [[nodiscard]] bool is_armed() const { return expectation_.has_value(); }

    // file: the bytes that the answer was read from. arrived_at: when they were first seen. Only
    // an answer that is Ours may be shown; it is so once.
    [[nodiscard]] Fit judge(const EligibilityAnswer& answer, ByteView file, CivilTime arrived_at);

private:
    [[nodiscard]] Fit judge_content(const EligibilityAnswer& answer) const;

    std::optional<SessionExpectation> expectation_;
    std::set<std::uint64_t> served_; // digests of files that were Ours
};

} // namespace madoguchi::eligibility
