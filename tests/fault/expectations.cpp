#include "tests/fault/expectations.hpp"

#include <algorithm>
#include <array>

namespace madoguchi::test {

namespace {

// The first row that fits decides. A star at the end of a fault, or alone, fits whatever follows.
struct Row {
    std::string_view fault;
    std::string_view command; // of the exchange that is hit, with "@" while the card is recognised
    std::string_view words;   // any of these
};

// A card that cannot be recognised is unsuitable, or lacks what was not found on it: flows that do
// not need that go on, and recognition itself tells the difference.
constexpr std::string_view unrecognised = "CardUnsuitable unharmed differs";
// A next-generation card whose label was damaged is tried as the card in circulation: it lacks the
// applications of that one, and signs in another form.
constexpr std::string_view taken_for_another =
    "CardUnsuitable unharmed differs ApplicationNotFound UnexpectedStatusWord";
// Nothing of the card binds its certificate, which names nobody, to the rest; numbers given for one
// card cost the other one a try.
constexpr std::string_view another_card = "unharmed differs rejected-2 rejected-9 not-trusted";
// Bytes that changed: filler and unsigned fields, structure, or proof.
constexpr std::string_view changed_bytes =
    "unharmed not-trusted SyntaxInvalid TagUnexpected TagMissing LengthInvalid Truncated "
    "ValueInvalid TextInvalid CertificateInvalid KeyInvalid";

constexpr std::array rows{
    // CHANGE: one exchange, and after it the outcome says what is in force, or that nobody knows.
    Row{"longer-than-asked", "change", "unharmed"},
    Row{"success-without-data", "change", "unharmed"}, // a card that lies about having taken it
    Row{"reset-unnoticed", "change", "refused"},
    Row{"swapped-unnoticed", "change", "refused"},
    Row{"slow", "change", "uncertain unharmed"}, // unharmed: it was the last answer
    Row{"status-61*", "change", "uncertain"},
    Row{"status-62*", "change", "uncertain"},
    Row{"status-63C*", "change", "refused"},
    Row{"status-63*", "change", "uncertain"},
    Row{"status-65*", "change", "uncertain"},
    Row{"status-6C*", "change", "uncertain"},
    Row{"status-6F*", "change", "uncertain"},
    Row{"status-0000", "change", "uncertain"},
    Row{"status-FFFF", "change", "uncertain"},
    Row{"status-*", "change", "refused"},
    Row{"*", "change", "uncertain"},

    // Uncertain: no time was left for CHANGE.
    Row{"slow", "verify", "DeadlineExceeded unharmed uncertain"},

    // The way to the card, wherever it breaks.
    Row{"removed-*", "*", "CardRemoved"},
    Row{"swapped", "*", "CardRemoved"},
    Row{"reset", "*", "CardReset"},
    Row{"mute", "*", "DeadlineExceeded"},
    Row{"slow", "*", "DeadlineExceeded unharmed"}, // unharmed: it was the last answer
    Row{"over-long-answer", "*", "BudgetExceeded"},
    Row{"hostile-longest", "*", "BudgetExceeded"},
    Row{"hostile-endless-more-data", "*", "BudgetExceeded"},

    // While the card is recognised.
    Row{"endless-more-data", "@*", "BudgetExceeded"},
    Row{"empty-answer", "@select-application", "Truncated"},
    Row{"one-byte-answer", "@select-application", "Truncated"},
    Row{"endless-exact-length", "@select-application",
        "CardUnsuitable UnexpectedStatusWord differs"},
    Row{"longer-than-asked", "@select-application", "unharmed"},
    Row{"reset-unnoticed", "@select-application", "unharmed"},
    Row{"swapped-unnoticed", "@select-application", another_card},
    Row{"half-answer", "@*", "unharmed"},
    Row{"short-answer", "@*", "unharmed"},
    Row{"hostile-something-behind", "@*",
        "unharmed Truncated SyntaxInvalid ValueInvalid not-trusted"},
    Row{"flipped-first-byte", "@*", taken_for_another},
    Row{"header-one-*", "@*", taken_for_another},
    // May pass for a token with a label nobody knows, which is tried like a card.
    Row{"hostile-other-header-each-time", "@*",
        "CardUnsuitable unharmed differs Truncated SyntaxInvalid"},
    Row{"status-6F00", "@*", "UnexpectedStatusWord unharmed"}, // says nothing of which card it is
    Row{"*", "@*", unrecognised},

    // The counter: nothing but a definite 63Cx, 6983 or 6984 counts.
    Row{"empty-answer", "ask-counter", "Truncated"},
    Row{"one-byte-answer", "ask-counter", "Truncated"},
    Row{"longer-than-asked", "ask-counter", "unharmed"},
    // Asked by short identifier it is asked again, after selecting the file; a file that is
    // selected already, before a change, is not.
    Row{"success-without-data", "ask-counter", "unharmed RetryCounterUnknown"},
    Row{"status-63C0", "ask-counter", "blocked differs"},
    Row{"status-6983", "ask-counter", "blocked differs"},
    Row{"status-6984", "ask-counter", "blocked differs"},
    Row{"status-6A82", "ask-counter", "unharmed RetryCounterUnknown"},
    Row{"status-6A86", "ask-counter", "unharmed RetryCounterUnknown"},
    Row{"status-6D00", "ask-counter", "unharmed RetryCounterUnknown"},
    Row{"reset-unnoticed", "ask-counter", "FileNotFound RetryCounterUnknown"},
    Row{"swapped-unnoticed", "ask-counter", "FileNotFound RetryCounterUnknown"},
    Row{"*", "ask-counter", "RetryCounterUnknown"},

    // VERIFY: one exchange, whatever comes.
    Row{"empty-answer", "verify", "Truncated"},
    Row{"one-byte-answer", "verify", "Truncated"},
    Row{"longer-than-asked", "verify", "unharmed"},
    // It was not executed, as the next command shows, which may be CHANGE.
    Row{"success-without-data", "verify", "SecurityStatusNotSatisfied refused"},
    Row{"status-63C0", "verify", "blocked"},
    Row{"status-6983", "verify", "blocked"},
    Row{"status-6984", "verify", "blocked"},
    Row{"status-6982", "verify", "SecurityStatusNotSatisfied"},
    Row{"status-6A82", "verify", "FileNotFound"},
    Row{"*", "verify", "UnexpectedStatusWord"},

    // A signature with a named key is asked for again after selecting its file.
    Row{"status-6A82", "sign", "unharmed"},
    Row{"status-6A86", "sign", "unharmed"},
    Row{"status-6D00", "sign", "unharmed"},
    // An ECDSA signature fits into the 255 bytes that it is asked for then, an RSA signature does
    // not.
    Row{"status-6CFF", "sign*", "unharmed UnexpectedStatusWord"},
    Row{"status-61*", "sign*", "unharmed UnexpectedStatusWord"},

    // Answers whose length or round is wrong.
    Row{"empty-answer", "*", "Truncated"},
    Row{"one-byte-answer", "*", "Truncated"},
    Row{"endless-more-data", "*", "BudgetExceeded"},
    Row{"more-data-without-data", "*", "NoProgress"},
    Row{"endless-exact-length", "*", "UnexpectedStatusWord"},
    Row{"hostile-more-data-without-data", "*", "NoProgress"},
    Row{"hostile-endless-exact-length", "*", "UnexpectedStatusWord"},
    Row{"longer-than-asked", "read-record", "unharmed"},
    Row{"longer-than-asked", "read-*", "LengthInvalid SyntaxInvalid"},
    Row{"longer-than-asked", "sign*", "not-trusted"},
    Row{"longer-than-asked", "*", "unharmed"},
    Row{"hostile-longer-than-asked", "*", "LengthInvalid BudgetExceeded"},
    Row{"half-answer", "read-record", "LengthInvalid"},
    Row{"half-answer", "sign*", "not-trusted"},
    Row{"half-answer", "*", "unharmed"}, // the rest is read by offset
    Row{"short-answer", "read-record", "LengthInvalid"},
    Row{"short-answer", "sign*", "not-trusted"},
    Row{"short-answer", "*", "unharmed"},
    Row{"success-without-data", "read-record", "LengthInvalid"},
    Row{"success-without-data", "read-extended-*", "unharmed"}, // asked again in short form
    Row{"success-without-data", "read-256-*", "unharmed"},      // asked again for 255
    Row{"success-without-data", "sign*", "not-trusted"},
    Row{"success-without-data", "*", "NoProgress"},
    Row{"hostile-success-without-data", "*", "NoProgress"},
    Row{"hostile-warning-with-part", "*", "Truncated"},

    // Content.
    Row{"flipped-sw1", "read-extended-*", "unharmed"}, // asked again in short form
    Row{"flipped-sw2", "read-extended-*", "unharmed"},
    Row{"flipped-sw1", "*", "UnexpectedStatusWord"},
    Row{"flipped-sw2", "*", "UnexpectedStatusWord"},
    Row{"flipped-*", "sign*", "not-trusted"},
    Row{"flipped-*", "*", changed_bytes},
    Row{"header-larger-than-*", "*", "TooLarge"},
    Row{"header-*", "*", "LengthInvalid SyntaxInvalid Truncated TagUnexpected"},
    Row{"hostile-length-beyond-*", "*", "TooLarge"},
    Row{"hostile-data-without-end", "*", "TooLarge"},
    Row{"hostile-indefinite-length", "*", "LengthInvalid"},
    Row{"hostile-length-of-zero", "*", "LengthInvalid SyntaxInvalid"},
    Row{"hostile-deeply-nested", "*", "TooLarge Truncated"},
    Row{"hostile-empty-elements", "*", "TooLarge Truncated TagUnexpected"},
    Row{"hostile-element-twice", "*", "TagUnexpected NoProgress Truncated"},
    Row{"hostile-other-header-each-time", "*", "Truncated TagUnexpected SyntaxInvalid"},
    Row{"hostile-more-data-then-less", "*", "SyntaxInvalid LengthInvalid"},
    Row{"hostile-something-behind", "*",
        "unharmed SyntaxInvalid Truncated ValueInvalid not-trusted"},

    // The card forgot its state, or is another one.
    Row{"reset-unnoticed", "select-application", "unharmed"},
    Row{"swapped-unnoticed", "select-application", another_card},
    Row{"reset-unnoticed", "*", "FileNotFound UnexpectedStatusWord"},
    Row{"swapped-unnoticed", "*", "FileNotFound UnexpectedStatusWord"},

    // Status words that mean something of their own; all others are one error.
    Row{"status-6CFF", "read-*", "unharmed LengthInvalid"}, // asked again with this length
    Row{"status-6282", "read-record", "UnexpectedStatusWord"},
    Row{"status-6282", "read-*", "Truncated"},
    Row{"status-6B00", "read-extended-next", "Truncated"},
    Row{"status-6B00", "read-256-next", "Truncated"},
    Row{"status-6B00", "read-next", "Truncated"},
    Row{"status-6982", "*", "SecurityStatusNotSatisfied"},
    // Unharmed: numbers are forgotten by selecting another application than that one.
    Row{"status-6A82", "select-application", "ApplicationNotFound unharmed"},
    Row{"status-6A82", "*", "FileNotFound"},
    Row{"status-6700", "read-256-*", "unharmed"},   // asked again for 255
    Row{"status-*", "read-extended-*", "unharmed"}, // asked again in short form
    Row{"status-6983", "*", "KeyBlocked"},
    Row{"status-6984", "*", "KeyBlocked"},
    Row{"status-*", "*", "UnexpectedStatusWord"},
};

bool fits(std::string_view pattern, std::string_view text) {
    return pattern.ends_with('*') ? text.starts_with(pattern.substr(0, pattern.size() - 1))
                                  : text == pattern;
}

std::string_view words_for(const FaultCase& fault_case) {
    const std::string command = (fault_case.recognising ? "@" : "") + fault_case.command;
    const auto row = std::ranges::find_if(rows, [&](const Row& one) {
        return fits(one.fault, fault_case.what) && fits(one.command, command);
    });
    return row == rows.end() ? std::string_view() : row->words;
}

} // namespace

bool is_expected(const FaultCase& fault_case, std::string_view word) {
    std::string_view words = words_for(fault_case);
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word) {
            return true;
        }
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

std::string expected_words(const FaultCase& fault_case) {
    return std::string(words_for(fault_case));
}

} // namespace madoguchi::test
