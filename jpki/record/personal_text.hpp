// Text about a person (name, address). Lives in wiped memory; cannot be copied, logged or compared
// by accident.
#pragma once

#include "hal/base/result.hpp"
#include "hal/base/secret.hpp"

#include <string_view>

namespace madoguchi::jpki {

class PersonalText {
public:
    // UTF-8 without control characters. Errors: TextInvalid.
    [[nodiscard]] static Result<PersonalText> from_utf8(ByteView encoded);

    // The only way to the content. The view lives as long as this object is not moved from.
    [[nodiscard]] std::string_view reveal() const noexcept;

private:
    explicit PersonalText(ByteView encoded) : content_(encoded) {}
    SecretBytes content_;
};

} // namespace madoguchi::jpki
