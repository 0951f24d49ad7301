// Making, freeing, asking and moving a tensor.
#include "common.h"

#include <cstring>

using nt::make;
using nt::optional_generator;
using nt::run;

namespace {

at::TensorOptions options(int32_t dtype, int32_t device_type, int32_t device_index) {
    return at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)).device(nt::device(device_type, device_index));
}

enum Fill { Empty, Zeros, Ones, Rand, Randn };

at::Tensor filled(int32_t fill, at::IntArrayRef size, nt::Optional<at::Generator> generator, const at::TensorOptions& wanted) {
    switch (fill) {
        case Empty: return at::empty(size, wanted);
        case Zeros: return at::zeros(size, wanted);
        case Ones: return at::ones(size, wanted);
        case Rand: return at::rand(size, generator, wanted);
        case Randn: return at::randn(size, generator, wanted);
        default: TORCH_CHECK_VALUE(false, "unknown fill ", fill);
    }
}

}  // namespace

NT_API Handle nt_create(int32_t fill, const int64_t* size, int32_t rank, int32_t dtype, int32_t device_type,
                        int32_t device_index, bool requires_grad, at::Generator* generator) {
    return make([&] {
        return filled(fill, nt::longs(size, rank), optional_generator(generator), options(dtype, device_type, device_index))
            .set_requires_grad(requires_grad);
    });
}

// Shape and order in memory are the other tensor's; so are type and device where none is given (-1).
NT_API Handle nt_create_like(int32_t fill, Handle other, int32_t dtype, int32_t device_type, int32_t device_index) {
    return make([&] {
        auto wanted = at::TensorOptions();
        if (dtype >= 0) wanted = wanted.dtype(static_cast<at::ScalarType>(dtype));
        if (device_type >= 0) wanted = wanted.device(nt::device(device_type, device_index));
        switch (fill) {
            case Empty: return at::empty_like(*other, wanted);
            case Zeros: return at::zeros_like(*other, wanted);
            case Ones: return at::ones_like(*other, wanted);
            default: TORCH_CHECK_VALUE(false, "unknown fill ", fill);
        }
    });
}

NT_API Handle nt_full(const int64_t* size, int32_t rank, NtScalar value, int32_t dtype, int32_t device_type, int32_t device_index) {
    return make([&] { return at::full(nt::longs(size, rank), nt::scalar(value), options(dtype, device_type, device_index)); });
}

NT_API Handle nt_arange(NtScalar start, NtScalar stop, NtScalar step, int32_t dtype, int32_t device_type, int32_t device_index) {
    return make([&] {
        return at::arange(nt::scalar(start), nt::scalar(stop), nt::scalar(step), options(dtype, device_type, device_index));
    });
}

NT_API Handle nt_linspace(NtScalar start, NtScalar stop, int64_t steps, int32_t dtype, int32_t device_type, int32_t device_index) {
    return make([&] {
        return at::linspace(nt::scalar(start), nt::scalar(stop), steps, options(dtype, device_type, device_index));
    });
}

NT_API Handle nt_eye(int64_t rows, int64_t columns, int32_t dtype, int32_t device_type, int32_t device_index) {
    return make([&] { return at::eye(rows, columns, options(dtype, device_type, device_index)); });
}

NT_API Handle nt_randperm(int64_t n, at::Generator* generator, int32_t dtype, int32_t device_type, int32_t device_index) {
    return make([&] { return at::randperm(n, optional_generator(generator), options(dtype, device_type, device_index)); });
}

NT_API Handle nt_randint(int64_t low, int64_t high, const int64_t* size, int32_t rank, at::Generator* generator, int32_t dtype,
                         int32_t device_type, int32_t device_index) {
    return make([&] {
        return at::randint(low, high, nt::longs(size, rank), optional_generator(generator),
                           options(dtype, device_type, device_index));
    });
}

// Copies bytes in host memory, row-major, into a new tensor on the host. The caller has checked their count.
NT_API Handle nt_from_bytes(const void* bytes, const int64_t* size, int32_t rank, int32_t dtype) {
    return make([&] {
        auto tensor = at::empty(nt::longs(size, rank), options(dtype, 0, -1));
        if (tensor.numel() > 0) std::memcpy(tensor.data_ptr(), bytes, tensor.nbytes());
        return tensor;
    });
}

// A tensor over memory of somebody else's, who is told by release(context) when the last tensor over it is gone.
NT_API Handle nt_from_blob(void* data, const int64_t* size, int32_t rank, int32_t dtype, void (*release)(void*), void* context) {
    return make([&] {
        return at::from_blob(data, nt::longs(size, rank), [=](void*) { release(context); }, options(dtype, 0, -1));
    });
}

NT_API void nt_free(Handle tensor) { delete tensor; }

// Bytes that go away with this handle: 0 for a view of another tensor.
NT_API int64_t nt_owned_bytes(Handle tensor) {
    if (!tensor->defined() || !tensor->has_storage()) return 0;
    return tensor->storage().use_count() == 1 ? static_cast<int64_t>(tensor->storage().nbytes()) : 0;
}

NT_API int32_t nt_sizes(Handle tensor, int64_t* into, int32_t room) {
    const auto sizes = tensor->sizes();
    for (int32_t i = 0; i < room && i < static_cast<int32_t>(sizes.size()); i++) into[i] = sizes[i];
    return static_cast<int32_t>(sizes.size());
}

NT_API int32_t nt_strides(Handle tensor, int64_t* into, int32_t room) {
    const auto strides = tensor->strides();
    for (int32_t i = 0; i < room && i < static_cast<int32_t>(strides.size()); i++) into[i] = strides[i];
    return static_cast<int32_t>(strides.size());
}

NT_API int64_t nt_numel(Handle tensor) { return tensor->numel(); }

NT_API int32_t nt_dtype(Handle tensor) { return static_cast<int32_t>(tensor->scalar_type()); }

NT_API void nt_device(Handle tensor, int32_t* type, int32_t* index) {
    *type = static_cast<int32_t>(tensor->device().type());
    *index = static_cast<int32_t>(tensor->device().index());
}

NT_API int64_t nt_element_size(Handle tensor) { return static_cast<int64_t>(tensor->element_size()); }

NT_API void* nt_data_ptr(Handle tensor) {
    void* result = nullptr;
    run([&] { result = tensor->data_ptr(); });
    return result;
}

NT_API bool nt_is_contiguous(Handle tensor, int32_t memory_format) {
    return tensor->is_contiguous(static_cast<at::MemoryFormat>(memory_format));
}

NT_API Handle nt_contiguous(Handle tensor, int32_t memory_format) {
    return make([&] { return tensor->contiguous(static_cast<at::MemoryFormat>(memory_format)); });
}

NT_API bool nt_is_pinned(Handle tensor, bool* pinned) {
    return run([&] { *pinned = tensor->is_pinned(); });
}

NT_API Handle nt_pin_memory(Handle tensor) {
    return make([&] { return tensor->pin_memory(); });
}

NT_API bool nt_item(Handle tensor, NtScalar* value) {
    return run([&] {
        const auto item = tensor->item();
        if (item.isBoolean()) *value = {0, item.toBool() ? 1 : 0, 3};
        else if (item.isIntegral(false)) *value = {0, item.toLong(), 1};
        else *value = {item.toDouble(), 0, 2};
    });
}

NT_API Handle nt_to(Handle tensor, int32_t dtype, int32_t device_type, int32_t device_index, bool copy, bool non_blocking) {
    return make([&] {
        const auto type = nt::optional_type(dtype).value_or(tensor->scalar_type());
        const auto target = device_type < 0 ? tensor->device() : nt::device(device_type, device_index);
        return tensor->to(target, type, non_blocking, copy);
    });
}

// Alias of the same tensor under a new handle (a Parameter from a Tensor shares its memory and its gradient).
NT_API Handle nt_alias(Handle tensor) {
    return make([&] { return *tensor; });
}

NT_API Handle nt_clone(Handle tensor) {
    return make([&] { return tensor->clone(); });
}

NT_API Handle nt_detach(Handle tensor) {
    return make([&] { return tensor->detach(); });
}

NT_API bool nt_detach_(Handle tensor) {
    return run([&] { tensor->detach_(); });
}

NT_API bool nt_copy_(Handle tensor, Handle source, bool non_blocking) {
    return run([&] { tensor->copy_(*source, non_blocking); });
}

NT_API bool nt_fill_(Handle tensor, NtScalar value) {
    return run([&] { tensor->fill_(nt::scalar(value)); });
}

// Gives a parameter other contents (another type, device or layout) and keeps its identity.
NT_API bool nt_set_data(Handle tensor, Handle data) {
    return run([&] { tensor->set_data(*data); });
}
