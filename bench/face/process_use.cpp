#include "bench/face/process_use.hpp"

#include <sys/resource.h>

#include <fstream>
#include <string>

namespace madoguchi::bench {

namespace {

double mebibytes_of(const std::string& entry) {
    std::ifstream status("/proc/self/status");
    std::string name;
    while (status >> name) {
        if (name == entry) {
            double kibibytes = 0;
            status >> kibibytes;
            return kibibytes / 1024;
        }
        status.ignore(1 << 12, '\n');
    }
    return 0;
}

std::chrono::duration<double> seconds(const timeval& time) {
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

} // namespace

double resident_mebibytes() {
    return mebibytes_of("VmRSS:");
}

double highest_resident_mebibytes() {
    return mebibytes_of("VmHWM:");
}

std::chrono::duration<double> processor_time() {
    rusage use{};
    ::getrusage(RUSAGE_SELF, &use);
    return seconds(use.ru_utime) + seconds(use.ru_stime);
}

} // namespace madoguchi::bench
