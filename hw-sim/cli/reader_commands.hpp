// Moving a card on the virtual reader by lines on standard input: insert, remove, quit.
#pragma once

#include "hw-sim/card/vpcd_link.hpp"

#include <functional>
#include <string>

namespace madoguchi::sim::cli {

// Whole lines on standard output, from any thread.
void say(const std::string& line);
// On standard error.
void complain(const Error& error);

// Each says what happened: "inserted", "removed", or why not.
void insert(VpcdLink& link);
void remove(VpcdLink& link);

// A word of a command's own, besides the three.
struct OtherCommand {
    std::string form;                              // "kind NAME"
    std::function<bool(const std::string&)> obeys; // false: not this word
};

// Says "ready" and obeys one command a line; end of input is quit. The link is asked for anew each
// time, because another command may exchange it.
void obey_standard_input(const std::function<VpcdLink&()>& link, bool inserted,
                         const OtherCommand& other = {});

} // namespace madoguchi::sim::cli
