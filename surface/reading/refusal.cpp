#include "surface/reading/refusal.hpp"

namespace madoguchi::surface {

StaticText name_of(RefusalReason reason) noexcept {
    switch (reason) {
    case RefusalReason::NotFound:
        return "not-found";
    case RefusalReason::OtherShape:
        return "other-shape";
    case RefusalReason::Blank:
        return "blank";
    case RefusalReason::OtherCard:
        return "other-card";
    case RefusalReason::OutOfFocus:
        return "out-of-focus";
    case RefusalReason::Glare:
        return "glare";
    case RefusalReason::Unsure:
        break;
    }
    return "unsure";
}

StaticText name_of(Field field) noexcept {
    switch (field) {
    case Field::BirthDate:
        return "birth-date";
    case Field::Expiry:
        return "expiry";
    case Field::SecurityCode:
        break;
    }
    return "security-code";
}

} // namespace madoguchi::surface
