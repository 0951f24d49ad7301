// Host memory that tensors let go, kept for the next ones. A training step asks for the same hundreds of megabytes as the one
// before it; given back to the system in between, they come again page by page, each cleared by the kernel.
#include "common.h"

#include <c10/core/CPUAllocator.h>
#include <sys/mman.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>

namespace {

constexpr size_t Alignment = 64, Page = 4096, HugePage = 2 << 20, Smallest = 64 << 10;

void give_back(void* data);

// The capacity of a block lies before its data, in the room that alignment leaves.
size_t& capacity_of(void* data) { return *reinterpret_cast<size_t*>(static_cast<char*>(data) - Alignment); }

void free_block(void* data) { std::free(static_cast<char*>(data) - Alignment); }

// Null where the system has no more.
void* new_block(size_t capacity) {
    const bool huge = capacity >= 2 * HugePage;
    void* block = nullptr;
    if (posix_memalign(&block, huge ? HugePage : Alignment, Alignment + capacity) != 0) return nullptr;
#ifdef MADV_HUGEPAGE
    if (huge) madvise(block, Alignment + capacity, MADV_HUGEPAGE);   // a wish: nothing depends on it
#endif
    void* data = static_cast<char*>(block) + Alignment;
    capacity_of(data) = capacity;
    return data;
}

class KeptMemory final : public c10::Allocator {
public:
    // libtorch's method is const in older versions and not in newer ones: one of these is it.
    at::DataPtr allocate(size_t bytes) const { return const_cast<KeptMemory*>(this)->taken(bytes); }
    at::DataPtr allocate(size_t bytes) { return taken(bytes); }
    at::DeleterFnPtr raw_deleter() const override { return &give_back; }
    void copy_data(void* to, const void* from, size_t bytes) const { std::memcpy(to, from, bytes); }

    void open() {
        const std::lock_guard<std::mutex> lock(mutex);
        if (users++ > 0) return;
        before = c10::GetCPUAllocator();
        c10::SetCPUAllocator(this);
    }

    void close() {
        const std::lock_guard<std::mutex> lock(mutex);
        if (--users > 0) return;
        c10::SetCPUAllocator(before);
        release();
    }

    void give(void* data) {
        const std::lock_guard<std::mutex> lock(mutex);
        if (users > 0 && capacity_of(data) >= Smallest) idle.emplace(capacity_of(data), data);
        else free_block(data);
    }

private:
    at::DataPtr taken(size_t bytes) {
        if (bytes == 0) return {nullptr, nullptr, &give_back, at::kCPU};
        void* data = find(bytes);
        // The system's own allocator knows best how to say that there is no memory.
        return data ? at::DataPtr{data, data, &give_back, at::kCPU} : before->allocate(bytes);
    }

    void* find(size_t bytes) {
        const size_t capacity = bytes < Smallest ? bytes : (bytes + Page - 1) / Page * Page;
        const std::lock_guard<std::mutex> lock(mutex);
        const auto best = idle.lower_bound(capacity);
        if (capacity >= Smallest && best != idle.end() && best->first <= 2 * capacity) {
            void* data = best->second;
            idle.erase(best);
            return data;
        }
        if (void* data = new_block(capacity)) return data;
        release();
        return new_block(capacity);
    }

    void release() {
        for (const auto& block : idle) free_block(block.second);
        idle.clear();
    }

    std::mutex mutex;
    std::multimap<size_t, void*> idle;
    c10::Allocator* before = nullptr;
    int users = 0;
};

// Never destroyed: tensors may outlive whatever ends the process.
KeptMemory& kept_memory() {
    static auto* memory = new KeptMemory;
    return *memory;
}

void give_back(void* data) {
    if (data) kept_memory().give(data);
}

}  // namespace

NT_API bool nt_keep_memory(bool on) {
    return nt::run([&] { on ? kept_memory().open() : kept_memory().close(); });
}
