#include "hw-sim/cli/link_options.hpp"

#include "hw-sim/cli/or_exit.hpp"
#include "hw-sim/link/exchange_list.hpp"
#include "hw-sim/link/link_model.hpp"

#include <fstream>
#include <memory>
#include <thread>

namespace madoguchi::sim::cli {

namespace {

std::optional<LinkModel> model_of(const LinkOptions& options) {
    if (!options.kilobits_a_second) {
        return std::nullopt;
    }
    LinkParameters link;
    link.bit_rate = bit_rate_of(*options.kilobits_a_second).value();
    return LinkModel(link);
}

std::shared_ptr<std::ofstream> open_list(const LinkOptions& options) {
    if (options.exchange_list.empty()) {
        return nullptr;
    }
    auto list = std::make_shared<std::ofstream>(options.exchange_list);
    if (!*list) {
        exit_with(Error(ErrorCode::StorageFailed, "the exchange list cannot be written"));
    }
    return list;
}

} // namespace

void add_link_options(CLI::App& command, LinkOptions& options) {
    command
        .add_option("--link", options.kilobits_a_second,
                    "answer as slowly as over a radio link of this many kbit/s, with the computing "
                    "times of hw-sim/link (default: at once)")
        ->check(CLI::IsMember({106, 212, 424, 848}));
    command.add_option("--exchanges", options.exchange_list,
                       "write a line for each exchange to this file: command header, bytes of the "
                       "command, bytes of the answer; never data");
}

VpcdLink::ExchangeObserver exchange_observer(const LinkOptions& options) {
    return
        [model = model_of(options), list = open_list(options)](ByteView command, ByteView answer) {
            const Exchange exchange = exchange_of(command, answer);
            if (list) {
                *list << to_line(exchange) << std::endl; // read by others while the card lives
            }
            if (model) {
                std::this_thread::sleep_for(model->time_of(exchange));
            }
        };
}

} // namespace madoguchi::sim::cli
