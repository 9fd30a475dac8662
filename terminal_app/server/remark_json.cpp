#include "terminal_app/server/remark_json.hpp"

namespace madoguchi::terminal {

namespace {

// "2026-10"
std::string to_iso(std::chrono::year_month month) {
    const auto number = static_cast<unsigned>(month.month());
    return std::to_string(static_cast<int>(month.year())) + (number < 10 ? "-0" : "-") +
           std::to_string(number);
}

} // namespace

nlohmann::ordered_json remarks_json(const DeskView& view) {
    auto list = nlohmann::ordered_json::array();
    if (!view.state.outcome) { // the last end may be that of the patient before
        return list;
    }
    for (const CardRemark& remark : view.last_end.remarks) {
        list.push_back({{"remark", name_of(remark.kind)}, {"month", to_iso(remark.month)}});
    }
    return list;
}

} // namespace madoguchi::terminal
