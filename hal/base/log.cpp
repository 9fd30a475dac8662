#include "hal/base/log.hpp"

#include "hal/base/printable.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <mutex>

namespace madoguchi::log {

namespace {

constexpr std::size_t harmless_text_limit = 200;
constexpr std::size_t file_size_limit = 4U << 20U;
constexpr std::size_t files_kept = 3;
constexpr const char* line_pattern = "%Y-%m-%dT%H:%M:%S.%e%z %l %v";

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
    case Level::Debug:
        return spdlog::level::debug;
    case Level::Info:
        return spdlog::level::info;
    case Level::Warning:
        return spdlog::level::warn;
    case Level::Error:
        return spdlog::level::err;
    }
    return spdlog::level::err;
}

// Guards replacement of the logger; spdlog's own sinks are thread-safe.
std::mutex& logger_mutex() {
    static std::mutex mutex;
    return mutex;
}

std::shared_ptr<spdlog::logger>& logger_slot() {
    static std::shared_ptr<spdlog::logger> slot = [] {
        auto logger = std::make_shared<spdlog::logger>(
            "madoguchi", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        logger->set_pattern(line_pattern);
        logger->flush_on(spdlog::level::info);
        return logger;
    }();
    return slot;
}

std::shared_ptr<spdlog::logger> current_logger() {
    const std::scoped_lock lock(logger_mutex());
    return logger_slot();
}

struct ValueWriter {
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(StaticText text) const { return std::string(text.view()); }
    std::string operator()(const HarmlessText& text) const {
        return fmt::format("\"{}\"", text.text());
    }
};

} // namespace

HarmlessText::HarmlessText(std::string_view text) : text_(printable(text, harmless_text_limit)) {
}

void write(Level level, StaticText event, std::initializer_list<Field> fields) {
    std::string line(event.view());
    for (const Field& field : fields) {
        line += fmt::format(" {}={}", field.name.view(), std::visit(ValueWriter{}, field.value));
    }
    current_logger()->log(spdlog_level(level), "{}", line);
}

void write_error(Level level, StaticText event, const Error& error) {
    std::string line = fmt::format("{} error={}/{} text=\"{}\"", event.view(),
                                   name_of(error.group()), name_of(error.code()), error.text());
    if (error.status_word()) {
        line += fmt::format(" sw={:04X}", *error.status_word());
    }
    if (error.system_code()) {
        line += fmt::format(" system_code={}", *error.system_code());
    }
    line += fmt::format(" at={}:{}",
                        std::filesystem::path(error.where().file_name()).filename().string(),
                        error.where().line());
    current_logger()->log(spdlog_level(level), "{}", line);
}

void set_level(Level level) {
    current_logger()->set_level(spdlog_level(level));
}

Result<void> use_file(const std::filesystem::path& path) {
    try {
        auto logger = std::make_shared<spdlog::logger>(
            "madoguchi", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
                             path.string(), file_size_limit, files_kept));
        logger->set_pattern(line_pattern);
        logger->flush_on(spdlog::level::info);
        const std::scoped_lock lock(logger_mutex());
        logger->set_level(logger_slot()->level());
        logger_slot() = std::move(logger);
        return {};
    } catch (const spdlog::spdlog_ex&) {
        return fail(ErrorCode::StorageFailed, "the log file cannot be opened for writing");
    }
}

} // namespace madoguchi::log
