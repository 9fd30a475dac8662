#include "terminal_app/cli/card_record_document.hpp"

#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/pkcs1_signature.hpp"
#include "terminal_app/cli/card_report.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

namespace madoguchi::cli {

namespace {

using Json = nlohmann::ordered_json;
using jpki::Check;

constexpr std::array photo_checks{Check::SurfaceIssuer, Check::SurfaceSignature,
                                  Check::SurfacePhotoSegment, Check::SurfacePresence};

// A value and what proves it. Contract: every one of the checks passed.
Json proved(Json value, const jpki::TrustVerdict& verdict, std::span<const Check> checks) {
    MADOGUCHI_EXPECTS(verdict.passed_all(checks));
    Json names = Json::array();
    for (const Check check : checks) {
        names.push_back(jpki::name_of(check));
    }
    return {{"value", std::move(value)}, {"verified", true}, {"proved_by", std::move(names)}};
}

Json unproved(Json value) {
    return {{"value", std::move(value)},
            {"verified", false},
            {"why", "it stands outside every signature of the card"}};
}

Json photo_item(const jpki::ReceptionReading& reading, const std::string& file) {
    const ByteView photo = reading.surface->photo.jpeg2000.reveal();
    if (file.empty() || photo.empty()) {
        return nullptr;
    }
    std::string digest = to_hex(jpki::sha256(photo));
    std::transform(digest.begin(), digest.end(), digest.begin(),
                   [](unsigned char digit) { return static_cast<char>(std::tolower(digit)); });
    return proved({{"file", file}, {"bytes", photo.size()}, {"sha256", digest}}, reading.verdict,
                  photo_checks);
}

} // namespace

Json card_record_document(const jpki::ReceptionReading& reading, CivilTime read_at,
                          const std::string& photo_file) {
    const jpki::TrustVerdict& verdict = reading.verdict;
    Json items = Json::object();
    const Json basic_four = to_json(*reading.basic_four);
    for (const auto& [name, value] : basic_four.items()) {
        items[name] = proved(value, verdict, jpki::input_support_checks);
    }
    items["photo"] = photo_item(reading, photo_file);
    const jpki::ValidityPeriod& validity = reading.certificate->validity();
    items["certificate_validity"] = proved(
        {{"from", day_in_japan(validity.not_before)}, {"to", day_in_japan(validity.not_after)}},
        verdict, jpki::certificate_checks);
    items["expiry"] = unproved(jpki::to_iso(reading.surface->card_expiry.shown_but_not_proved()));
    return {{"format", "madoguchi-card-record/1"},
            {"read_at",
             fmt::format("{:%FT%TZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(read_at)))},
            {"items", std::move(items)},
            {"checks", to_json(verdict)}};
}

} // namespace madoguchi::cli
