#include "jpki/reception/examine_card.hpp"
#include "jpki/trust/card_data_checks.hpp"
#include "jpki/trust/check_groups.hpp"
#include "jpki/trust/pem.hpp"
#include "jpki/trust/trust_examiner.hpp"
#include "terminal_app/cli/card_options.hpp"
#include "terminal_app/cli/card_report.hpp"
#include "terminal_app/cli/input_bytes.hpp"
#include "terminal_app/cli/trust_actions.hpp"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <iomanip>
#include <optional>
#include <sstream>

namespace madoguchi::cli {

namespace {

using jpki::Check;
using jpki::TrustAnchors;
using jpki::TrustVerdict;

constexpr std::size_t largest_file = 2U << 20U;
constexpr auto user_authentication_checks =
    jpki::join_checks(jpki::certificate_checks, std::array{Check::CertificateRevocation});
// Both applications keep theirs in the same form under issuers of their own.
constexpr std::array card_data_checks{Check::SurfaceIssuer};

struct PathResult {
    std::string file;
    TrustVerdict verdict;
    std::optional<jpki::CertificateStanding> standing;
};

Result<CivilTime> time_from(const std::string& text) {
    if (text.empty()) {
        return SystemClock().civil_now();
    }
    std::tm parts{};
    std::istringstream stream(text);
    stream >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
    const CivilDate day{std::chrono::year(parts.tm_year + 1900),
                        std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
                        std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
    if (stream.fail() || stream.peek() != std::istringstream::traits_type::eof() || !day.ok()) {
        return fail(ErrorCode::SyntaxInvalid,
                    "a time is not written like 2026-06-01T12:00:00Z (UTC)");
    }
    return CivilTime(std::chrono::sys_days(day)) + std::chrono::hours(parts.tm_hour) +
           std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec);
}

PathResult examine_certificate(ByteView file, const TrustAnchors& anchors, CivilTime now,
                               const PathOptions& options) {
    jpki::TrustExaminer examiner(anchors, now, options.grace);
    const auto der = jpki::der_content(file, "CERTIFICATE");
    const auto examined = examiner.examine_certificate_file(der ? ByteView(*der) : file);
    PathResult result{{}, examiner.verdict(), std::nullopt};
    if (examined) {
        const auto& certificate = jpki::shown(*examined);
        result.standing = jpki::standing_of(certificate.validity(), now, options.grace);
    }
    return result;
}

// Of either generation: which one, its key tells.
Result<jpki::CvCertificate> parse_any_cv_certificate(ByteView file) {
    auto certificate = jpki::parse_cv_certificate(file);
    return certificate ? std::move(certificate) : jpki::parse_provisional_cv_certificate(file);
}

PathResult examine_card_data(ByteView file, const TrustAnchors& anchors) {
    PathResult result;
    const auto certificate = parse_any_cv_certificate(file);
    if (certificate) {
        result.verdict.set(Check::SurfaceIssuer, jpki::check_cv_issuer(*certificate, anchors));
    } else {
        result.verdict.set(
            Check::SurfaceIssuer,
            jpki::Failed{"the file holds no CV certificate of a sound key, RSA or on P-384"});
    }
    return result;
}

Result<std::vector<PathResult>> examine_all(const PathOptions& options) {
    const TrustAnchors anchors = MADOGUCHI_TRY(TrustAnchors::load(options.anchors));
    const CivilTime now = MADOGUCHI_TRY(time_from(options.at));
    std::vector<PathResult> results;
    for (const std::string& path : options.certificates) {
        const Bytes file = MADOGUCHI_TRY(read_bytes({path, {}}, largest_file));
        PathResult result = options.kind == CertificateKind::CardData
                                ? examine_card_data(file, anchors)
                                : examine_certificate(file, anchors, now, options);
        result.file = path;
        results.push_back(std::move(result));
    }
    return results;
}

std::span<const Check> wanted_for(CertificateKind kind) {
    if (kind == CertificateKind::CardData) {
        return card_data_checks;
    }
    return user_authentication_checks;
}

// That revocation was not asked is said, and refuses nothing.
bool is_accepted(const PathResult& result, CertificateKind kind) {
    return kind == CertificateKind::CardData
               ? result.verdict.passed_all(card_data_checks)
               : result.verdict.passed_all(jpki::certificate_checks) &&
                     !result.verdict.failed(Check::CertificateRevocation);
}

nlohmann::ordered_json json_of(const PathResult& result, CertificateKind kind) {
    nlohmann::ordered_json checks = nlohmann::ordered_json::array();
    for (const Check check : wanted_for(kind)) {
        checks.push_back(to_json(check, result.verdict.result(check)));
    }
    nlohmann::ordered_json json{{"file", result.file},
                                {"accepted", is_accepted(result, kind)},
                                {"standing", nullptr},
                                {"checks", std::move(checks)}};
    if (result.standing) {
        json["standing"] = jpki::name_of(*result.standing);
    }
    return json;
}

std::string text_of(const PathResult& result, CertificateKind kind) {
    std::string text = fmt::format(
        "{}: {}{}\n", result.file, is_accepted(result, kind) ? "accepted" : "refused",
        result.standing ? fmt::format(", {}", jpki::name_of(*result.standing)) : std::string());
    for (const Check check : wanted_for(kind)) {
        text += to_text(check, result.verdict.result(check));
    }
    return text;
}

} // namespace

int verify_path(const PathOptions& options) {
    const auto results = examine_all(options);
    if (!results) {
        return report_unusable(results.error(), options.json);
    }
    nlohmann::ordered_json certificates = nlohmann::ordered_json::array();
    bool all_accepted = true;
    for (const PathResult& result : *results) {
        all_accepted = all_accepted && is_accepted(result, options.kind);
        if (options.json) {
            certificates.push_back(json_of(result, options.kind));
        } else {
            fmt::print("{}", text_of(result, options.kind));
        }
    }
    if (options.json) {
        print_json({{"outcome", all_accepted ? "accepted" : "refused"},
                    {"certificates", std::move(certificates)}});
    }
    return all_accepted ? exit_yes : exit_no;
}

int list_checks(bool json) {
    nlohmann::ordered_json checks = nlohmann::ordered_json::array();
    for (const Check check : jpki::all_checks()) {
        if (json) {
            checks.push_back(
                {{"check", jpki::name_of(check)}, {"proves", jpki::description_of(check)}});
        } else {
            fmt::print("{:<31}{}\n", jpki::name_of(check), jpki::description_of(check));
        }
    }
    if (json) {
        print_json({{"checks", std::move(checks)}});
    }
    return exit_yes;
}

} // namespace madoguchi::cli
