#include "hw-sim/card/key_store.hpp"

#include "hw-sim/card/folder_lock.hpp"
#include "hw-sim/card/text_file.hpp"

namespace madoguchi::sim {

Result<RsaKey> MemoryKeyStore::key(const std::string& name) {
    const std::scoped_lock lock(mutex_);
    if (const auto known = keys_.find(name); known != keys_.end()) {
        return known->second;
    }
    const RsaKey made = MADOGUCHI_TRY(RsaKey::generate());
    keys_.emplace(name, made);
    return made;
}

Result<RsaKey> FolderKeyStore::key(const std::string& name) {
    const std::filesystem::path file = folder_ / (name + ".pem");
    // Two programs that start together must not make two keys of one name.
    const FolderLock lock = MADOGUCHI_TRY(FolderLock::take(folder_));
    if (const auto stored = MADOGUCHI_TRY(read_text_file(file))) {
        return RsaKey::from_pem(*stored);
    }
    const RsaKey made = MADOGUCHI_TRY(RsaKey::generate());
    const std::string pem = MADOGUCHI_TRY(made.private_pem());
    MADOGUCHI_TRY(replace_text_file(file, pem));
    return made;
}

} // namespace madoguchi::sim
