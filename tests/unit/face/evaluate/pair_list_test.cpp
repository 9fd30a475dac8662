#include "face/evaluate/pair_list.hpp"

#include <catch2/catch.hpp>

#include <sstream>
#include <vector>

using namespace madoguchi;
using face::FacePair;
using face::PairReader;
using face::PairTruth;

namespace {

std::vector<FacePair> pairs_in(const std::string& text) {
    std::istringstream list(text);
    PairReader reader(list, "/pictures");
    std::vector<FacePair> pairs;
    while (true) {
        const auto pair = reader.next();
        REQUIRE(pair.has_value());
        if (!*pair) {
            return pairs;
        }
        pairs.push_back(**pair);
    }
}

} // namespace

TEST_CASE("a pair is two paths, the truth and perhaps a condition") {
    for (const std::string separator : {"\t", ",", " , "}) {
        INFO(separator);
        std::string text = "# chip and live\n\n";
        for (const char* field : {"a.png", "b/c d.jpg", "same"}) {
            text += field + separator;
        }
        text += "dim\r\n/elsewhere/e.png" + separator + "f.jpg" + separator + "different\n";
        const auto pairs = pairs_in(text);
        REQUIRE(pairs.size() == 2);
        CHECK(pairs[0].first == "/pictures/a.png");
        CHECK(pairs[0].second == "/pictures/b/c d.jpg");
        CHECK(pairs[0].truth == PairTruth::SamePerson);
        CHECK(pairs[0].condition == "dim");
        CHECK(pairs[1].first == "/elsewhere/e.png");
        CHECK(pairs[1].truth == PairTruth::DifferentPeople);
        CHECK(pairs[1].condition.empty());
        CHECK(pairs[1].fold == 0);
    }
}

TEST_CASE("LFW's list names people and numbers of pictures, fold by fold") {
    const auto pairs = pairs_in("2\t1\n"
                                "Ann_Lee\t1\t12\n"
                                "Ann_Lee\t1\tBob\t3\n"
                                "Cid\t2\t4\n"
                                "Bob\t10\tCid\t1\n");
    REQUIRE(pairs.size() == 4);
    CHECK(pairs[0].first == "/pictures/Ann_Lee/Ann_Lee_0001.jpg");
    CHECK(pairs[0].second == "/pictures/Ann_Lee/Ann_Lee_0012.jpg");
    CHECK(pairs[0].truth == PairTruth::SamePerson);
    CHECK(pairs[1].second == "/pictures/Bob/Bob_0003.jpg");
    CHECK(pairs[1].truth == PairTruth::DifferentPeople);
    CHECK(std::vector{pairs[0].fold, pairs[1].fold, pairs[2].fold, pairs[3].fold} ==
          std::vector<std::size_t>{1, 1, 2, 2});
}

TEST_CASE("LFW's shorter lists have one fold and begin with one number") {
    const auto pairs = pairs_in("500\nAnn\t1\t2\nAnn\t1\tBob\t3\n");
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[1].fold == 1);
}

TEST_CASE("an empty list has no pairs") {
    CHECK(pairs_in("").empty());
    CHECK(pairs_in("# nothing\n\n").empty());
}

TEST_CASE("a line that is no pair is refused with its number") {
    struct Case {
        std::string list;
        std::size_t line;
        ErrorCode code;
    };
    const std::vector<Case> cases{
        {"a.png,b.png\n", 1, ErrorCode::SyntaxInvalid},
        {"a.png,b.png,same\n\na.png,b.png,perhaps\n", 3, ErrorCode::SyntaxInvalid},
        {"a.png,b.png,same,dim,more\n", 1, ErrorCode::SyntaxInvalid},
        {",b.png,same\n", 1, ErrorCode::SyntaxInvalid},
        {"10 300\nAnn 1\n", 2, ErrorCode::SyntaxInvalid},
        {"10 300\nAnn 1 2 3 4\n", 2, ErrorCode::SyntaxInvalid},
        {"10 300\nAnn 1 2x\n", 2, ErrorCode::SyntaxInvalid},
        {"10 0\n", 1, ErrorCode::SyntaxInvalid},
        {"10 300\nAnn -1 2\n", 2, ErrorCode::SyntaxInvalid},
        {"a.png,b.png,same\n" + std::string(8193, 'a') + "\n", 2, ErrorCode::TooLarge},
    };
    for (const Case& c : cases) {
        INFO(c.list.substr(0, 60));
        std::istringstream list(c.list);
        PairReader reader(list, "/pictures");
        auto pair = reader.next();
        while (pair && *pair) {
            pair = reader.next();
        }
        REQUIRE_FALSE(pair.has_value());
        CHECK(pair.error().code() == c.code);
        CHECK(reader.line() == c.line);
    }
}
