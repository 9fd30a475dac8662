// Writer and reader of every form against each other: in both encodings, in any order of elements.
#include "eligibility/model/outcome.hpp"
#include "eligibility/oqs/message.hpp"
#include "eligibility/oqs/request_writer.hpp"
#include "tests/unit/eligibility/support/message_samples.hpp"
#include "tests/unit/eligibility/support/oqs_samples.hpp"

#include <catch2/catch.hpp>
#include <pugixml.hpp>

#include <sstream>

using namespace madoguchi;
using namespace madoguchi::eligibility;
using oqs::form_of;

namespace {

// Without what only reading or only writing adds.
oqs::Message bare(oqs::Message message) {
    std::visit(
        [](auto& form) {
            if constexpr (requires { form.header.character_code; }) {
                form.header.character_code.clear();
            } else if constexpr (requires { form.unknown_elements; }) {
                form.unknown_elements.clear();
                form.character_code.clear();
            }
        },
        message);
    return message;
}

bool same(const oqs::Message& a, const oqs::Message& b) {
    return bare(a) == bare(b);
}

void reverse_children(pugi::xml_node element) {
    for (pugi::xml_node child = element.first_child(); child;) {
        const pugi::xml_node next = child.next_sibling();
        reverse_children(child);
        element.prepend_move(child);
        child = next;
    }
}

Bytes reversed(const Bytes& utf8) {
    pugi::xml_document document;
    REQUIRE(document.load_buffer(utf8.data(), utf8.size()));
    reverse_children(document.document_element());
    std::ostringstream out;
    document.save(out);
    return to_bytes(as_bytes(out.str()));
}

} // namespace

TEST_CASE("every form is written and read back the same, in both encodings") {
    std::size_t form = 0;
    for (const oqs::Message& message : test::sample_messages()) {
        INFO(name_of(form_of(message)));
        REQUIRE(form_of(message) == static_cast<oqs::MessageForm>(form++));
        for (const auto encoding : {oqs::TextEncoding::Utf8, oqs::TextEncoding::ShiftJis}) {
            const auto file = oqs::write_message(message, encoding);
            REQUIRE(file);
            const auto back = oqs::read_message(*file);
            REQUIRE(back);
            REQUIRE(back->encoding == encoding);
            REQUIRE(back->findings.empty());
            REQUIRE(form_of(back->message) ==
                    (form_of(message) == oqs::MessageForm::RegistrationAnswer
                         ? oqs::MessageForm::Answer // alike in content; a name tells them apart
                         : form_of(message)));
            REQUIRE(same(oqs::read_message(*file, form_of(message))->message, message));
        }
    }
    REQUIRE(form == std::variant_size_v<oqs::Message>);
}

TEST_CASE("the order of elements tells nothing") {
    for (const oqs::Message& message : test::sample_messages()) {
        INFO(name_of(form_of(message)));
        if (form_of(message) == oqs::MessageForm::BulkResult ||
            form_of(message) == oqs::MessageForm::BulkUpload) {
            continue; // equal siblings change places with the reversal, and may
        }
        const auto file = oqs::write_message(message, oqs::TextEncoding::Utf8);
        const auto back = oqs::read_message(reversed(*file), form_of(message));
        REQUIRE(back);
        REQUIRE(same(back->message, message));
    }
}

TEST_CASE("a bulk upload of one question is told from a question by what is expected") {
    BulkUpload job;
    job.facility_code = "9919999999";
    job.searches.resize(1);
    job.searches.front().insurance.number = "1";
    const Bytes file = *oqs::write_message(job, oqs::TextEncoding::Utf8);
    REQUIRE(form_of(oqs::read_message(file)->message) == oqs::MessageForm::Question);
    REQUIRE(form_of(oqs::read_message(file, oqs::MessageForm::BulkUpload)->message) ==
            oqs::MessageForm::BulkUpload);
    // What content decides, no expectation changes.
    REQUIRE(form_of(oqs::read_message(file, oqs::MessageForm::Answer)->message) ==
            oqs::MessageForm::Question);
}

TEST_CASE("a request that asks nothing is still read back as what it is") {
    for (const oqs::Message& message : {oqs::Message(NumberQuestion{}), oqs::Message(BulkUpload{}),
                                        oqs::Message(BulkDownload{})}) {
        INFO(name_of(form_of(message)));
        const Bytes file = *oqs::write_message(message, oqs::TextEncoding::Utf8);
        const auto back = oqs::read_message(file);
        REQUIRE(back);
        REQUIRE(form_of(back->message) == form_of(message));
        REQUIRE(*oqs::write_message(back->message, oqs::TextEncoding::Utf8) == file);
    }
}

TEST_CASE("a carriage return that stands for itself is a line end, and stays one when written") {
    const auto first = oqs::read_message(
        as_bytes("<XmlMsg><MessageHeader/><MessageBody><QualificationConfirmSearchInfo/>"
                 "<Remark>one&#13;two&#xD;&#10;three</Remark></MessageBody></XmlMsg>"));
    REQUIRE(first);
    const auto& question = std::get<NumberQuestion>(first->message);
    REQUIRE(question.body_extra.size() == 1);
    REQUIRE(question.body_extra.front().text == "one\ntwo\n\nthree");
    const auto file = oqs::write_message(first->message, oqs::TextEncoding::Utf8);
    REQUIRE(same(oqs::read_message(*file)->message, first->message));
}

TEST_CASE("XML of the service that is none of its known messages is refused by name") {
    const auto file =
        oqs::read_message(as_bytes("<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>"));
    REQUIRE(file.error().code() == ErrorCode::AnswerUnreadable);
    REQUIRE(file.error().text().find("none of the known requests") != std::string_view::npos);
}

TEST_CASE("each unit of a bulk result has the outcome that a single answer would have") {
    const auto messages = test::sample_messages();
    const auto& result = std::get<BulkResult>(messages.back());
    const auto kind_of = [&](const BulkUnit& unit) {
        return decide_outcome(single_answer(result, unit), test::reception_day).kind;
    };
    REQUIRE(kind_of(result.units[0]) == OutcomeKind::EligibleWithNote);
    REQUIRE(kind_of(result.units[1]) == OutcomeKind::None);
    REQUIRE(single_answer(result, result.units[0]).persons.front().reference_number == "000318");
}

TEST_CASE("a registration is refused before it is sent when the layout cannot hold it") {
    ReferenceRegistration good = std::get<ReferenceRegistration>(test::sample_messages().at(2));
    REQUIRE(oqs::write_registration(good, {}));
    const auto refused = [&](auto change) {
        ReferenceRegistration changed = good;
        change(changed);
        const auto file = oqs::write_registration(changed, {});
        return !file && file.error().code() == ErrorCode::ValueInvalid;
    };
    REQUIRE(refused([](auto& r) { r.entry.reference_number.clear(); }));
    REQUIRE(refused([](auto& r) { r.entry.reference_number = std::string(51, '1'); }));
    REQUIRE(refused([](auto& r) { r.entry.insurance.number.clear(); }));
    REQUIRE(refused([](auto& r) { r.facility_code = "1"; }));
    REQUIRE(refused([](auto& r) { r.session_id = ""; }));
    good.entry.insurance.insurer_number = "999003";
    REQUIRE(as_text(*oqs::write_registration(good, {oqs::TextEncoding::Utf8, '0'}))
                .find("<InsurerNumber>00999003<") != std::string::npos);
}
