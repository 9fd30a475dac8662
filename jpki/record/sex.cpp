#include "jpki/record/sex.hpp"

namespace madoguchi::jpki {

Result<Sex> parse_sex(ByteView digit) {
    if (digit.size() != 1) {
        return fail(ErrorCode::LengthInvalid, "the sex of the card is not one digit");
    }
    switch (digit[0]) {
    case '1':
        return Sex::Male;
    case '2':
        return Sex::Female;
    case '0':
    case '3':
    case '9':
        return Sex::NotStated;
    default:
        return fail(ErrorCode::ValueInvalid, "the sex of the card is none of the known digits");
    }
}

std::string_view name_of(Sex sex) noexcept {
    switch (sex) {
    case Sex::Male:
        return "male";
    case Sex::Female:
        return "female";
    case Sex::NotStated:
        return "not-stated";
    }
    return "?";
}

std::string_view code_of(Sex sex) noexcept {
    switch (sex) {
    case Sex::Male:
        return "1";
    case Sex::Female:
        return "2";
    case Sex::NotStated:
        return "9";
    }
    return "?";
}

} // namespace madoguchi::jpki
