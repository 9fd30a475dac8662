// One connection to the PC/SC daemon, and the service that always has a living one.
#pragma once

#include "drivers/pcsc/scard_table.hpp"
#include "hal/base/result.hpp"

#include <memory>
#include <utility>

namespace madoguchi::drivers {

// Releases on destruction; errors of release are ignored, because a dead daemon gives one and
// nothing is left to release. Connected cards hold a share, so that the context outlives them.
class PcscContext {
public:
    PcscContext(std::shared_ptr<const ScardTable> table, ScardContext handle) noexcept
        : table_(std::move(table)), handle_(handle) {}
    ~PcscContext() { static_cast<void>(table_->release_context(handle_)); }
    PcscContext(const PcscContext&) = delete;
    PcscContext& operator=(const PcscContext&) = delete;

    [[nodiscard]] const ScardTable& table() const noexcept { return *table_; }
    [[nodiscard]] ScardContext handle() const noexcept { return handle_; }

private:
    std::shared_ptr<const ScardTable> table_;
    ScardContext handle_;
};

using SharedPcscContext = std::shared_ptr<const PcscContext>;

class PcscService {
public:
    explicit PcscService(std::shared_ptr<const ScardTable> table) noexcept
        : table_(std::move(table)) {}

    // The present context, or a new one. Errors: ServiceUnavailable, AccessDenied and others of
    // error_before_use.
    [[nodiscard]] Result<SharedPcscContext> context();

    // To be called once a call gave ServiceUnavailable: such a context stays dead even when the
    // daemon is back, and SCardIsValidContext goes on calling it valid.
    void discard_context() noexcept { context_.reset(); }

    // The Result of operation(context). When that finds the daemon gone, once more with a new
    // context: for calls that start something, never inside a transaction.
    template <typename Operation>
    [[nodiscard]] auto with_context(Operation operation)
        -> decltype(operation(std::declval<const SharedPcscContext&>())) {
        auto first = operation(MADOGUCHI_TRY(context()));
        if (!found_service_gone(first)) {
            return first;
        }
        discard_context();
        auto second = operation(MADOGUCHI_TRY(context()));
        if (found_service_gone(second)) {
            discard_context();
        }
        return second;
    }

private:
    template <typename T>
    [[nodiscard]] static bool found_service_gone(const Result<T>& result) {
        return !result && result.error().code() == ErrorCode::ServiceUnavailable;
    }

    std::shared_ptr<const ScardTable> table_;
    SharedPcscContext context_;
};

} // namespace madoguchi::drivers
