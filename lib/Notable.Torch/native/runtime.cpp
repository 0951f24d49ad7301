// Version, threads, random numbers and what devices there are.
#include "common.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <mutex>
#include <string>

NT_API const char* nt_libtorch_version() { return TORCH_VERSION; }

// What the library that was loaded says of its own build; the line above is what the headers said.
NT_API const char* nt_libtorch_config() {
    try {
        static const std::string config = at::show_config();
        return config.c_str();
    } catch (...) {
        return "";
    }
}

NT_API bool nt_set_num_threads(int32_t threads) {
    return nt::run([&] { at::set_num_threads(threads); });
}

NT_API int32_t nt_get_num_threads() { return at::get_num_threads(); }

NT_API bool nt_manual_seed(int64_t seed) {
    return nt::run([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

NT_API at::Generator* nt_generator_new(int64_t seed) {
    try {
        return new at::Generator(at::detail::createCPUGenerator(static_cast<uint64_t>(seed)));
    } catch (...) {
        nt::remember_error();
        return nullptr;
    }
}

NT_API void nt_generator_free(at::Generator* generator) { delete generator; }

NT_API bool nt_generator_seed(at::Generator* generator, int64_t seed) {
    return nt::run([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(static_cast<uint64_t>(seed));
    });
}

NT_API int32_t nt_cuda_device_count() {
    try {
        return torch::cuda::is_available() ? static_cast<int32_t>(torch::cuda::device_count()) : 0;
    } catch (...) {
        return 0;
    }
}

NT_API bool nt_cuda_synchronize(int64_t device) {
    return nt::run([&] { torch::cuda::synchronize(device); });
}
