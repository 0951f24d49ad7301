// Version, threads and random numbers.
#include "common.h"

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

// A generator of its own on the host or a device, of the same kind as that device's default one.
NT_API at::Generator* nt_generator_new(int64_t seed, int32_t device_type, int32_t device_index) {
    try {
        at::Generator natural = at::globalContext().defaultGenerator(nt::device(device_type, device_index));
        auto generator = [&] {
            std::lock_guard<std::mutex> lock(natural.mutex());
            return natural.clone();
        }();
        generator.set_current_seed(static_cast<uint64_t>(seed));
        return new at::Generator(std::move(generator));
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
