// Mixed precision: convolutions and matrix products in a shorter type, chosen operation by operation by libtorch.
#include "common.h"

#include <ATen/autocast_mode.h>

namespace {

#ifdef NT_AUTOCAST_BY_DEVICE
bool enabled(at::DeviceType device) { return at::autocast::is_autocast_enabled(device); }
void enable(at::DeviceType device, bool on) { at::autocast::set_autocast_enabled(device, on); }
at::ScalarType type(at::DeviceType device) { return at::autocast::get_autocast_dtype(device); }
void choose(at::DeviceType device, at::ScalarType wanted) { at::autocast::set_autocast_dtype(device, wanted); }
#else
bool gpu(at::DeviceType device) { return device == at::kCUDA; }
bool enabled(at::DeviceType device) { return gpu(device) ? at::autocast::is_enabled() : at::autocast::is_cpu_enabled(); }
void enable(at::DeviceType device, bool on) { gpu(device) ? at::autocast::set_enabled(on) : at::autocast::set_cpu_enabled(on); }
at::ScalarType type(at::DeviceType device) {
    return gpu(device) ? at::autocast::get_autocast_gpu_dtype() : at::autocast::get_autocast_cpu_dtype();
}
void choose(at::DeviceType device, at::ScalarType wanted) {
    gpu(device) ? at::autocast::set_autocast_gpu_dtype(wanted) : at::autocast::set_autocast_cpu_dtype(wanted);
}
#endif

}  // namespace

NT_API bool nt_autocast_enter(int32_t device, int32_t wanted, bool* was_enabled, int32_t* old_type) {
    return nt::run([&] {
        const auto target = static_cast<at::DeviceType>(device);
        *was_enabled = enabled(target);
        *old_type = static_cast<int32_t>(type(target));
        enable(target, true);
        choose(target, static_cast<at::ScalarType>(wanted));
        at::autocast::increment_nesting();
    });
}

// The weights' short copies live until the outermost region ends, which is after the backward pass has used them.
NT_API bool nt_autocast_leave(int32_t device, bool was_enabled, int32_t old_type) {
    return nt::run([&] {
        const auto target = static_cast<at::DeviceType>(device);
        if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
        enable(target, was_enabled);
        choose(target, static_cast<at::ScalarType>(old_type));
    });
}
