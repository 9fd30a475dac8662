#include "tests/support/scripted_channel.hpp"
#include "tests/support/cards/simulated_card.hpp"

#include <catch2/catch.hpp>

#include <fstream>
using namespace madoguchi;
TEST_CASE("scratch") {
    const auto& content = test::card_content("p02");
    for (const auto& app : content.applications) {
        for (const auto& file : app.files) {
            if (const auto* t = std::get_if<sim::TransparentFile>(&file.content)) {
                std::ofstream("/tmp/simcard_" + to_hex(app.aid.bytes()).substr(16) + "_" +
                              std::to_string(file.id.value()))
                    .write(reinterpret_cast<const char*>(t->content.data()),
                           static_cast<std::streamsize>(t->content.size()));
            }
        }
    }
}
