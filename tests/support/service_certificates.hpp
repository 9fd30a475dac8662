// Certificates of the simulated FHIR service and of who may ask it: made once for a test program.
#pragma once

#include "hw-sim/eligibility/tls_files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace madoguchi::test {

[[nodiscard]] inline const sim::TlsFiles& service_certificates() {
    static const TemporaryFolder folder;
    static const sim::TlsFiles files = sim::make_tls_files(folder.path()).value();
    return files;
}

} // namespace madoguchi::test
