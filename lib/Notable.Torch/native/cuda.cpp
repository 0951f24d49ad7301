// NVIDIA GPUs: how many there are, waiting for them, their memory, and how exact and repeatable their arithmetic is.
#include "common.h"

#include <torch/cuda.h>

#ifdef NT_CUDA_ALLOCATOR
#include <c10/cuda/CUDACachingAllocator.h>
namespace allocator = c10::cuda::CUDACachingAllocator;
#endif

using nt::run;

namespace {

// 0 where this libtorch has no CUDA half or the machine no GPU: asking is never an error.
int32_t device_count() noexcept {
    try {
        return torch::cuda::is_available() ? static_cast<int32_t>(torch::cuda::device_count()) : 0;
    } catch (...) {
        return 0;
    }
}

}  // namespace

NT_API int32_t nt_cuda_device_count() { return device_count(); }

NT_API bool nt_cuda_synchronize(int64_t device) {
    return run([&] { torch::cuda::synchronize(device); });
}

NT_API bool nt_cuda_manual_seed(int64_t seed, bool all) {
    return run([&] {
        if (device_count() == 0) return;
        if (all) torch::cuda::manual_seed_all(static_cast<uint64_t>(seed));
        else torch::cuda::manual_seed(static_cast<uint64_t>(seed));
    });
}

// Gives the memory that is kept for later back to the driver. Nothing to do where no GPU was used.
NT_API bool nt_cuda_empty_cache() {
#ifdef NT_CUDA_ALLOCATOR
    return run([&] {
        if (device_count() > 0) allocator::emptyCache();
    });
#else
    return true;
#endif
}

// Bytes that tensors take, their peak, and bytes held from the driver; zeros where there is no GPU. A device without a number
// is the first one. False also where the shim was compiled without CUDA's headers.
NT_API bool nt_cuda_memory(int32_t device, int64_t* allocated, int64_t* peak, int64_t* reserved) {
    *allocated = *peak = *reserved = 0;
    return run([&] {
        if (device_count() == 0) return;
#ifdef NT_CUDA_ALLOCATOR
        const auto stats = allocator::getDeviceStats(static_cast<int8_t>(device < 0 ? 0 : device));
        *allocated = stats.allocated_bytes[0].current;
        *peak = stats.allocated_bytes[0].peak;
        *reserved = stats.reserved_bytes[0].current;
#else
        (void)device;
        TORCH_CHECK_NOT_IMPLEMENTED(false, "memory statistics need CUDA's headers (cuda_runtime_api.h) when the shim is compiled");
#endif
    });
}

NT_API bool nt_cuda_reset_peak(int32_t device) {
#ifdef NT_CUDA_ALLOCATOR
    return run([&] {
        if (device_count() > 0) allocator::resetPeakStats(static_cast<int8_t>(device < 0 ? 0 : device));
    });
#else
    (void)device;
    return true;
#endif
}

#define NT_SETTING(name, getter, setter)                                             \
    NT_API bool nt_##name() { return at::globalContext().getter(); }                 \
    NT_API bool nt_set_##name(bool on) {                                             \
        return run([&] { at::globalContext().setter(on); });                         \
    }
NT_SETTING(cudnn_benchmark, benchmarkCuDNN, setBenchmarkCuDNN)
NT_SETTING(cudnn_allow_tf32, allowTF32CuDNN, setAllowTF32CuDNN)
NT_SETTING(cublas_allow_tf32, allowTF32CuBLAS, setAllowTF32CuBLAS)

NT_API bool nt_deterministic() { return at::globalContext().deterministicAlgorithms(); }

// Operations without a repeatable way warn instead of failing.
NT_API bool nt_set_deterministic(bool on) {
    return run([&] {
        at::globalContext().setDeterministicCuDNN(on);
        at::globalContext().setDeterministicAlgorithms(on, true);
    });
}
