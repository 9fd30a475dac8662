#include "jpki/trust/asn1_values.hpp"

#include <openssl/asn1.h>

#include <ctime>

namespace madoguchi::jpki {

Result<CivilTime> time_in(const asn1_string_st* time) {
    std::tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) {
        return fail(ErrorCode::CertificateInvalid, "a certificate or list states a time that is "
                                                   "none");
    }
    const std::chrono::year_month_day day{
        std::chrono::year(parts.tm_year + 1900),
        std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
        std::chrono::day(static_cast<unsigned>(parts.tm_mday))};
    return CivilTime(std::chrono::sys_days(day)) + std::chrono::hours(parts.tm_hour) +
           std::chrono::minutes(parts.tm_min) + std::chrono::seconds(parts.tm_sec);
}

ByteView octets_in(const asn1_string_st* value) {
    if (value == nullptr) {
        return {};
    }
    return {ASN1_STRING_get0_data(value), static_cast<std::size_t>(ASN1_STRING_length(value))};
}

} // namespace madoguchi::jpki
