#include "hw-sim/card/key_store.hpp"

#include "hw-sim/card/folder_lock.hpp"
#include "hw-sim/card/text_file.hpp"

namespace madoguchi::sim {

namespace {

template <typename Key>
Result<Key> key_among(std::map<std::string, Key>& keys, const std::string& name) {
    if (const auto known = keys.find(name); known != keys.end()) {
        return known->second;
    }
    const Key made = MADOGUCHI_TRY(Key::generate());
    keys.emplace(name, made);
    return made;
}

template <typename Key>
Result<Key> key_in(const std::filesystem::path& folder, const std::string& name) {
    const std::filesystem::path file = folder / (name + ".pem");
    // Two programs that start together must not make two keys of one name.
    const FolderLock lock = MADOGUCHI_TRY(FolderLock::take(folder));
    if (const auto stored = MADOGUCHI_TRY(read_text_file(file))) {
        return Key::from_pem(*stored);
    }
    const Key made = MADOGUCHI_TRY(Key::generate());
    const std::string pem = MADOGUCHI_TRY(made.private_pem());
    MADOGUCHI_TRY(replace_text_file(file, pem));
    return made;
}

} // namespace

Result<KeyPair> KeyStore::key_pair(const std::string& purpose, KeyAlgorithm algorithm) {
    if (algorithm == KeyAlgorithm::Rsa2048) {
        return MADOGUCHI_TRY(key(purpose));
    }
    return MADOGUCHI_TRY(p384_key(purpose + "-p384"));
}

Result<RsaKey> MemoryKeyStore::key(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    return key_among(keys_, name);
}

Result<P384Key> MemoryKeyStore::p384_key(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    return key_among(p384_keys_, name);
}

Result<Bytes> MemoryKeyStore::kept(const std::string& name, const Maker& make) {
    const std::scoped_lock lock(mutex_);
    if (const auto known = kept_.find(name); known != kept_.end()) {
        return known->second;
    }
    Bytes made = MADOGUCHI_TRY(make());
    kept_.emplace(name, made);
    return made;
}

Result<RsaKey> FolderKeyStore::key(const std::string& name) {
    return key_in<RsaKey>(folder_, name);
}

Result<P384Key> FolderKeyStore::p384_key(const std::string& name) {
    return key_in<P384Key>(folder_, name);
}

Result<Bytes> FolderKeyStore::kept(const std::string& name, const Maker& make) {
    const std::filesystem::path file = folder_ / (name + ".der");
    const FolderLock lock = MADOGUCHI_TRY(FolderLock::take(folder_));
    if (const auto stored = MADOGUCHI_TRY(read_text_file(file))) {
        return to_bytes(as_bytes(*stored));
    }
    Bytes made = MADOGUCHI_TRY(make());
    MADOGUCHI_TRY(replace_text_file(file, as_text(made)));
    return made;
}

} // namespace madoguchi::sim
