#include "face/sandbox/sandboxed_decoder.hpp"

#include "face/sandbox/decoder_program.hpp"
#include "hal/base/contract.hpp"

namespace madoguchi::face {

namespace {

using std::chrono_literals::operator""s;

constexpr auto longest_start = 3s;

} // namespace

SandboxSettings portrait_sandbox() {
    return {decoder_program(), {256, 1}, 2s};
}

SandboxSettings picture_sandbox() {
    return {decoder_program(), {1024, 10}, 20s};
}

SandboxedDecoder::SandboxedDecoder(SandboxSettings settings) : settings_(std::move(settings)) {
    MADOGUCHI_EXPECTS(settings_.kept_ready >= 1);
    keeper_ = std::thread([this] { keep_ready(); });
}

SandboxedDecoder::~SandboxedDecoder() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    needed_.notify_one();
    keeper_.join();
}

Result<Image> SandboxedDecoder::decode(const DecodeRequest& request) {
    const Deadline deadline = Deadline::after(settings_.longest_decode);
    DecoderProcess process = MADOGUCHI_TRY(take_ready(deadline));
    Result<Image> image = process.decode(request, deadline);
    process.kill(); // at once: it may still hold the picture
    {
        const std::lock_guard lock(mutex_);
        used_.push_back(std::move(process));
    }
    needed_.notify_one();
    return image;
}

Result<DecoderProcess> SandboxedDecoder::take_ready(Deadline deadline) {
    std::unique_lock lock(mutex_);
    while (!deadline.has_passed()) {
        if (ready_.empty()) {
            last_failure_.reset();
            needed_.notify_one();
            changed_.wait_until(lock, deadline.moment(),
                                [this] { return !ready_.empty() || last_failure_; });
        }
        if (ready_.empty()) {
            break;
        }
        DecoderProcess process = std::move(ready_.back());
        ready_.pop_back();
        if (process.is_alive()) {
            needed_.notify_one();
            return process;
        }
        used_.push_back(std::move(process)); // something else ended it while it waited
    }
    return fail(last_failure_.value_or(
        Error(ErrorCode::DecoderUnavailable, "no picture decoder was ready in time")));
}

void SandboxedDecoder::keep_ready() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (ready_.size() < settings_.kept_ready && !last_failure_) {
            start_one(lock);
        } else if (!used_.empty()) {
            std::vector<DecoderProcess> used = std::exchange(used_, {});
            lock.unlock();
            used.clear(); // reaps
            lock.lock();
        } else {
            needed_.wait(lock);
        }
    }
}

void SandboxedDecoder::start_one(std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    auto started =
        DecoderProcess::start(settings_.program, settings_.limits, Deadline::after(longest_start));
    lock.lock();
    if (started) {
        ready_.push_back(std::move(*started));
    } else {
        last_failure_ = started.error();
    }
    changed_.notify_all();
}

} // namespace madoguchi::face
