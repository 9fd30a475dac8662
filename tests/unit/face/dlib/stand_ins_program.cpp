// usage: dlib_stand_ins FOLDER   writes shape.dat and network.dat, for tests of whole programs
#include "tests/unit/face/dlib/stand_ins.hpp"

int main(int count, char** arguments) {
    if (count != 2) {
        return 1;
    }
    const std::filesystem::path folder = arguments[1];
    static_cast<void>(
        madoguchi::test::pinned(folder / "shape.dat", madoguchi::test::stand_in_shape()));
    static_cast<void>(
        madoguchi::test::pinned(folder / "network.dat", madoguchi::test::stand_in_network()));
    return 0;
}
