// Where the simulator's keys live: made at first use, the same ever after.
#pragma once

#include "hw-sim/card/key_pair.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

namespace madoguchi::sim {

class KeyStore {
public:
    virtual ~KeyStore() = default;

    // The key of this name (lower-case letters, digits and hyphens), made now if it is new.
    // Errors: StorageFailed, KeyInvalid (also: it is of the other algorithm).
    [[nodiscard]] virtual Result<RsaKey> key(const std::string& name) = 0;
    [[nodiscard]] virtual Result<P384Key> p384_key(const std::string& name) = 0;
    // Of the algorithm; the two for one purpose are two keys.
    [[nodiscard]] Result<KeyPair> key_pair(const std::string& purpose, KeyAlgorithm algorithm);
};

// For tests: forgotten with the object. Making a key takes a tenth of a second, so share one store.
class MemoryKeyStore final : public KeyStore {
public:
    [[nodiscard]] Result<RsaKey> key(const std::string& name) override;
    [[nodiscard]] Result<P384Key> p384_key(const std::string& name) override;

private:
    std::mutex mutex_;
    std::map<std::string, RsaKey> keys_;
    std::map<std::string, P384Key> p384_keys_;
};

// One PEM file a key, readable by its owner only; the folder is made if it is missing.
class FolderKeyStore final : public KeyStore {
public:
    explicit FolderKeyStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
    [[nodiscard]] Result<RsaKey> key(const std::string& name) override;
    [[nodiscard]] Result<P384Key> p384_key(const std::string& name) override;

private:
    std::filesystem::path folder_;
};

} // namespace madoguchi::sim
