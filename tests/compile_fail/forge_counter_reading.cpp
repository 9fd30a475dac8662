#include "apdu/pin.hpp"

using namespace madoguchi::apdu;

auto read_counter(ApduChannel& channel, KeyReference key, ExchangeBudget& budget) {
#ifdef VIOLATE
    (void)channel;
    (void)budget;
    return CounterReading(key, RetryCounter(3));
#else
    return query_retry_counter(channel, key, budget);
#endif
}
