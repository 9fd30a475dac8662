// What the trace of a conversation with this card may show, and what it calls things.
#pragma once

#include "apdu/trace/exchange_words.hpp"
#include "apdu/trace/trace_recorder.hpp"

namespace madoguchi::jpki {

// The token information before its serial number, and which certificates there are: they say
// nothing of a person. Of certificates and records tags and lengths. Of every other file, the
// common card record among them, its length alone.
[[nodiscard]] std::vector<apdu::ShownFile> files_shown_in_traces();

[[nodiscard]] std::vector<apdu::NamedApplication> applications_named_in_traces();

} // namespace madoguchi::jpki
