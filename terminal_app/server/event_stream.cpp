#include "terminal_app/server/event_stream.hpp"

namespace madoguchi::terminal {

namespace {

using std::chrono_literals::operator""ms;
using std::chrono_literals::operator""s;

constexpr auto look_interval = 250ms;
constexpr auto comment_interval = 10s;
constexpr int busy_status = 503;
constexpr int nothing_status = 404;
constexpr std::string_view boundary = "madoguchi-frame";

bool send(httplib::DataSink& sink, std::string_view text) {
    return sink.write(text.data(), text.size());
}

class EventWriter {
public:
    EventWriter(const Desk& desk, std::string event_name, RenderView render,
                const std::atomic<bool>& stopping)
        : desk_(desk), event_name_(std::move(event_name)), render_(std::move(render)),
          stopping_(stopping) {}

    // One round of waiting and writing; false ends the answer.
    bool write_next(httplib::DataSink& sink) {
        const auto edition = desk_.views().wait_after(seen_, look_interval);
        if (stopping_ || desk_.views().is_closed()) {
            sink.done();
            return false;
        }
        const auto now = std::chrono::steady_clock::now();
        if (edition.number != seen_ && edition.value != nullptr) {
            seen_ = edition.number;
            std::string data = render_(*edition.value);
            if (data != last_data_) { // what another page cares about may be all that changed
                written_at_ = now;
                last_data_ = std::move(data);
                return send(sink, "event: " + event_name_ + "\ndata: " + last_data_ + "\n\n");
            }
        }
        if (now - written_at_ >= comment_interval) {
            written_at_ = now;
            return send(sink, ": here\n\n");
        }
        return sink.is_writable();
    }

private:
    const Desk& desk_;
    std::string event_name_;
    RenderView render_;
    const std::atomic<bool>& stopping_;
    std::uint64_t seen_ = 0;
    std::string last_data_;
    std::chrono::steady_clock::time_point written_at_ = std::chrono::steady_clock::now();
};

class PreviewWriter {
public:
    PreviewWriter(const Desk& desk, const std::atomic<bool>& stopping)
        : desk_(desk), stopping_(stopping) {}

    bool write_next(httplib::DataSink& sink) {
        const auto edition = desk_.preview().wait_after(seen_, look_interval);
        if (stopping_ || desk_.preview().is_closed() || edition.value == nullptr) {
            sink.done();
            return false;
        }
        if (edition.number == seen_) {
            return sink.is_writable();
        }
        seen_ = edition.number;
        const ByteView picture = edition.value->reveal();
        const std::string head =
            "--" + std::string(boundary) +
            "\r\nContent-Type: image/jpeg\r\nContent-Length: " + std::to_string(picture.size()) +
            "\r\n\r\n";
        // No copy of the picture is made outside wiped memory.
        return send(sink, head) &&
               sink.write(reinterpret_cast<const char*>(picture.data()), picture.size()) &&
               send(sink, "\r\n");
    }

private:
    const Desk& desk_;
    const std::atomic<bool>& stopping_;
    std::uint64_t seen_ = 0;
};

template <typename Writer>
void answer_with(httplib::Response& response, const std::string& content_type,
                 std::shared_ptr<Writer> writer, StreamPlaces& places) {
    response.set_chunked_content_provider(
        content_type,
        [writer](std::size_t /*offset*/, httplib::DataSink& sink) {
            return writer->write_next(sink);
        },
        [&places](bool /*success*/) { places.give_back(); });
}

} // namespace

bool StreamPlaces::take() {
    if (--free_ >= 0) {
        return true;
    }
    ++free_;
    return false;
}

void stream_events(httplib::Response& response, const Desk& desk, std::string event_name,
                   RenderView render, const std::atomic<bool>& stopping, StreamPlaces& places) {
    if (!places.take()) {
        response.status = busy_status;
        return;
    }
    answer_with(
        response, "text/event-stream",
        std::make_shared<EventWriter>(desk, std::move(event_name), std::move(render), stopping),
        places);
}

void stream_preview(httplib::Response& response, const Desk& desk,
                    const std::atomic<bool>& stopping, StreamPlaces& places) {
    if (desk.preview().newest().value == nullptr) {
        response.status = nothing_status;
        return;
    }
    if (!places.take()) {
        response.status = busy_status;
        return;
    }
    answer_with(response, "multipart/x-mixed-replace; boundary=" + std::string(boundary),
                std::make_shared<PreviewWriter>(desk, stopping), places);
}

} // namespace madoguchi::terminal
