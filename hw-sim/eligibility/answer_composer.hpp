// Composes an answer file (資格確認結果) for one request and scenario.
// Source: eligibility interface notes, section 5.
#pragma once

#include "hal/base/bytes.hpp"
#include "hw-sim/eligibility/insured_register.hpp"
#include "hw-sim/eligibility/japanese_text.hpp"
#include "hw-sim/eligibility/service_request.hpp"
#include "hw-sim/eligibility/service_scenario.hpp"
#include "hw-sim/eligibility/xml_element.hpp"

#include <cstdint>
#include <string>

namespace madoguchi::sim {

struct AnswerStyle {
    FileEncoding encoding = FileEncoding::Utf8;
    std::uint64_t order_seed = 1; // of the elements
    std::string executed_at;      // ProcessExecutionTime, yyyyMMddHHmmss
};

// The bytes of the answer file in the form that the scenario's delivery asks for. Who is not
// registered gets 該当資格なし, who is not single 複数該当, whatever the scenario says.
[[nodiscard]] Bytes compose_answer(const ServiceRequest& request, const InsuredRegister& people,
                                   const ServiceScenario& scenario, const AnswerStyle& style);

// The same as a tree (XmlMsg), for services that do not answer in files: whatever the delivery.
[[nodiscard]] XmlElement answer_message(const ServiceRequest& request,
                                        const InsuredRegister& people,
                                        const ServiceScenario& scenario, const AnswerStyle& style);

// What an official reader of that facility leaves unasked for that person, who is valid: a face
// file's bytes.
[[nodiscard]] Bytes compose_face_file(const Persona& person, const std::string& facility_code,
                                      const InsuredRegister& people, const AnswerStyle& style);

// The answer to a request that could not be read: SegmentOfResult 9.
[[nodiscard]] Bytes compose_refusal(const AnswerStyle& style);

} // namespace madoguchi::sim
