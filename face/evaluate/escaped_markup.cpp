#include "face/evaluate/escaped_markup.hpp"

namespace madoguchi::face {

std::string escaped_markup(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '<':
            out += "&lt;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
        }
    }
    return out;
}

} // namespace madoguchi::face
