// What every entry point shares: C linkage, and no exception that leaves the library.
#pragma once

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#define NT_API extern "C" __attribute__((visibility("default")))

using Handle = at::Tensor*;

// A number from C#: kind 0 is "not given", 1 an integer, 2 a floating-point number, 3 a truth value.
struct NtScalar {
    double real;
    int64_t integer;
    int32_t kind;
};

namespace nt {

// libtorch's own optional before 2.4, the standard's since: taken from where libtorch uses it.
template <class> struct TemplateOf;
template <template <class...> class T, class A> struct TemplateOf<T<A>> {
    template <class B> using Of = T<B>;
};
using OptionalDevice = std::decay_t<decltype(std::declval<const at::TensorOptions&>().device_opt())>;
template <class T> using Optional = typename TemplateOf<OptionalDevice>::template Of<T>;

// Keeps the exception in flight for nt_last_error. Call it only inside a catch block.
void remember_error() noexcept;

// Keeps an error that was found without an exception, which would cost 3 ms. Always false.
bool refuse(const std::string& message) noexcept;

// Whether two shapes broadcast to one; where they do not, the error with both shapes is kept.
bool broadcast(const char* operation, const at::Tensor& a, const at::Tensor& b) noexcept;

// Runs an operation that yields a tensor; null means that it failed.
template <class Operation>
Handle make(Operation&& operation) noexcept {
    try {
        return new at::Tensor(operation());
    } catch (...) {
        remember_error();
        return nullptr;
    }
}

// Runs an operation without a result; false means that it failed.
template <class Operation>
bool run(Operation&& operation) noexcept {
    try {
        operation();
        return true;
    } catch (...) {
        remember_error();
        return false;
    }
}

inline at::IntArrayRef longs(const int64_t* values, int32_t count) {
    return at::IntArrayRef(values, static_cast<size_t>(count));
}

// A null handle stands for "no tensor"; libtorch takes an undefined tensor for that.
inline at::Tensor or_undefined(Handle tensor) {
    return tensor ? *tensor : at::Tensor();
}

inline std::vector<at::Tensor> list(const Handle* tensors, int32_t count) {
    std::vector<at::Tensor> result;
    result.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++) result.push_back(*tensors[i]);
    return result;
}

inline at::Scalar scalar(NtScalar value) {
    switch (value.kind) {
        case 1: return at::Scalar(value.integer);
        case 2: return at::Scalar(value.real);
        case 3: return at::Scalar(value.integer != 0);
        default: TORCH_CHECK_VALUE(false, "a number was expected and none was given");
    }
}

inline Optional<at::Scalar> optional_scalar(NtScalar value) {
    return value.kind == 0 ? Optional<at::Scalar>() : Optional<at::Scalar>(scalar(value));
}

inline Optional<at::ScalarType> optional_type(int32_t type) {
    return type < 0 ? Optional<at::ScalarType>() : Optional<at::ScalarType>(static_cast<at::ScalarType>(type));
}

// A null generator stands for libtorch's own.
inline Optional<at::Generator> optional_generator(at::Generator* generator) {
    return generator ? Optional<at::Generator>(*generator) : Optional<at::Generator>();
}

inline at::Device device(int32_t type, int32_t index) {
    return at::Device(static_cast<at::DeviceType>(type), static_cast<at::DeviceIndex>(index));
}

}  // namespace nt
