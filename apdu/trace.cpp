#include "apdu/trace.hpp"

#include <fmt/format.h>

namespace madoguchi::apdu {

void TraceLog::on_exchange(const ExchangeRecord& record) {
    ++exchanges_;
    bytes_out_ += record.bytes_out;
    bytes_in_ += record.bytes_in;
    if (records_kept_ == 0) {
        return;
    }
    if (records_.size() == records_kept_) {
        records_.erase(records_.begin());
    }
    records_.push_back(record);
}

std::string to_line(const ExchangeRecord& record) {
    const CommandHeader& header = record.header;
    const std::string status =
        record.status ? fmt::format("{:04X}", record.status->value()) : std::string("----");
    return fmt::format("{:02X} {:02X} {:02X} {:02X} | out {} | in {} | {} | {:.1f} ms", header.cla,
                       header.ins, header.p1, header.p2, record.bytes_out, record.bytes_in, status,
                       static_cast<double>(record.duration.count()) / 1000.0);
}

} // namespace madoguchi::apdu
