// No consent: nothing asked, nothing kept. Every mix of answers to the six items.
#include "eligibility/model/consented.hpp"
#include "eligibility/oqs/request_writer.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::eligibility;

namespace {

const CivilTime noon{std::chrono::seconds{1'795'143'600}};

// mix: in base three, one digit for each item: not offered, refused, given.
std::vector<Consent> consents_of(int mix) {
    std::vector<Consent> consents;
    for (const ConsentItem item : all_consent_items) {
        if (mix % 3 == 1) {
            consents.push_back(refused(item));
        } else if (mix % 3 == 2) {
            consents.push_back(given(item, noon));
        }
        mix /= 3;
    }
    return consents;
}

bool is_given(const std::vector<Consent>& consents, ConsentItem item) {
    for (const Consent& consent : consents) {
        if (consent.item == item) {
            return consent.is_given();
        }
    }
    return false;
}

EligibilityAnswer answer_with_everything() {
    EligibilityAnswer answer = test::read(test::sample_face_file())->answer;
    answer.persons.front().specific_diseases.resize(1);
    answer.persons.push_back(answer.persons.front());
    return answer;
}

constexpr int mixes = 729;

} // namespace

TEST_CASE("a request asks for the limit with consent to it alone, and for nothing else ever") {
    EligibilityRequest request = test::sample_request();
    const std::string bare = as_text(*oqs::write_request(request, {}));
    const std::string flag = "      <LimitApplicationCertificateRelatedConsFlg>?<"
                             "/LimitApplicationCertificateRelatedConsFlg>\n";
    for (int mix = 0; mix < mixes; ++mix) {
        request.consents = consents_of(mix);
        std::string expected = bare;
        if (mix % 3 != 0) { // the first item is the limit
            expected.insert(expected.find("    </QualificationConfirmSearchInfo>"),
                            test::with(flag, "?", mix % 3 == 2 ? "1" : "0"));
        }
        REQUIRE(as_text(*oqs::write_request(request, {})) == expected);
    }
}

TEST_CASE("what came without consent to it is not kept, for nobody in the answer") {
    for (int mix = 0; mix < mixes; ++mix) {
        const std::vector<Consent> consents = consents_of(mix);
        const EligibilityAnswer kept = keep_consented(answer_with_everything(), consents, noon);
        for (const PersonRecord& person : kept.persons) {
            REQUIRE(person.consents == consents);
            REQUIRE(person.high_cost_limit.has_value() ==
                    is_given(consents, ConsentItem::HighCostLimit));
            REQUIRE(person.specific_diseases.empty() !=
                    is_given(consents, ConsentItem::SpecificDisease));
        }
    }
}

TEST_CASE("a consent to viewing is open for 24 hours to the second") {
    using namespace std::chrono_literals;
    const std::vector<Consent> consents{given(ConsentItem::Medication, noon)};
    CHECK_FALSE(is_open(consents, ConsentItem::Medication, noon - 1s));
    CHECK(is_open(consents, ConsentItem::Medication, noon));
    CHECK(is_open(consents, ConsentItem::Medication, noon + 24h));
    CHECK_FALSE(is_open(consents, ConsentItem::Medication, noon + 24h + 1s));
    CHECK_FALSE(is_open(consents, ConsentItem::Treatment, noon));
    CHECK_FALSE(is_open({refused(ConsentItem::Medication)}, ConsentItem::Medication, noon));
}
