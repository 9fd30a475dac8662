// Where the simulator's keys live, and what is made of them once: the same ever after first use.
#pragma once

#include "hw-sim/card/key_pair.hpp"

#include <filesystem>
#include <functional>
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
    // What was made under this name before, or else is made and kept now; make() must not use the
    // store. (An authority has one certificate, and ECDSA would sign another one each time.)
    // Errors: StorageFailed, and as make().
    using Maker = std::function<Result<Bytes>()>;
    [[nodiscard]] virtual Result<Bytes> kept(const std::string& name, const Maker& make) = 0;

    // Of the algorithm; the two for one purpose are two keys.
    [[nodiscard]] Result<KeyPair> key_pair(const std::string& purpose, KeyAlgorithm algorithm);
};

// For tests: forgotten with the object. Making a key takes a tenth of a second, so share one store.
class MemoryKeyStore final : public KeyStore {
public:
    [[nodiscard]] Result<RsaKey> key(const std::string& name) override;
    [[nodiscard]] Result<P384Key> p384_key(const std::string& name) override;
    [[nodiscard]] Result<Bytes> kept(const std::string& name, const Maker& make) override;

private:
    std::mutex mutex_;
    std::map<std::string, RsaKey> keys_;
    std::map<std::string, P384Key> p384_keys_;
    std::map<std::string, Bytes> kept_;
};

// One PEM file a key, one DER file a certificate, readable by its owner only; the folder is made if
// it is missing.
class FolderKeyStore final : public KeyStore {
public:
    explicit FolderKeyStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
    [[nodiscard]] Result<RsaKey> key(const std::string& name) override;
    [[nodiscard]] Result<P384Key> p384_key(const std::string& name) override;
    [[nodiscard]] Result<Bytes> kept(const std::string& name, const Maker& make) override;

private:
    std::filesystem::path folder_;
};

} // namespace madoguchi::sim
