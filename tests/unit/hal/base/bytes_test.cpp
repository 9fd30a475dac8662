#include "hal/base/bytes.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("bytes are shown as upper-case hexadecimal pairs") {
    CHECK(to_hex(Bytes{}) == "");
    CHECK(to_hex(Bytes{0x00, 0x0A, 0xFF}) == "000AFF");
}

TEST_CASE("big-endian numbers of one to eight bytes") {
    CHECK(big_endian(Bytes{0x7F}) == 0x7F);
    CHECK(big_endian(Bytes{0x01, 0x02, 0x03}) == 0x010203);
    CHECK(big_endian(Bytes(8, 0xFF)) == UINT64_MAX);
}

TEST_CASE("parts are joined in order") {
    CHECK(concatenate({Bytes{1, 2}, Bytes{}, Bytes{3}}) == Bytes{1, 2, 3});
}
