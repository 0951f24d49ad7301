// Arithmetic, comparison and reduction.
#include "common.h"

#include <memory>

using nt::make;
using nt::run;
using nt::scalar;

#define NT_UNARY(name) \
    NT_API Handle nt_##name(Handle a) { return make([&] { return at::name(*a); }); }
NT_UNARY(abs)
NT_UNARY(neg)
NT_UNARY(exp)
NT_UNARY(log)
NT_UNARY(sqrt)
NT_UNARY(rsqrt)
NT_UNARY(sin)
NT_UNARY(cos)
NT_UNARY(tanh)
NT_UNARY(sigmoid)
NT_UNARY(relu)
NT_UNARY(round)
NT_UNARY(floor)
NT_UNARY(ceil)
NT_UNARY(isfinite)
NT_UNARY(isnan)
NT_UNARY(logical_not)
NT_UNARY(all)
NT_UNARY(any)
NT_UNARY(min)
NT_UNARY(max)
NT_UNARY(nonzero)

#define NT_UNARY_IN_PLACE(name) \
    NT_API bool nt_##name(Handle a) { return run([&] { a->name(); }); }
NT_UNARY_IN_PLACE(exp_)
NT_UNARY_IN_PLACE(log_)
NT_UNARY_IN_PLACE(sqrt_)
NT_UNARY_IN_PLACE(neg_)
NT_UNARY_IN_PLACE(sigmoid_)
NT_UNARY_IN_PLACE(relu_)
NT_UNARY_IN_PLACE(zero_)

#define NT_BINARY(name)                                                                                     \
    NT_API Handle nt_##name(Handle a, Handle b) {                                                           \
        return nt::broadcast(#name, *a, *b) ? make([&] { return at::name(*a, *b); }) : nullptr;             \
    }                                                                                                       \
    NT_API Handle nt_##name##_scalar(Handle a, NtScalar b) { return make([&] { return at::name(*a, scalar(b)); }); }
NT_BINARY(add)
NT_BINARY(sub)
NT_BINARY(mul)
NT_BINARY(div)
NT_BINARY(pow)
NT_BINARY(remainder)
NT_BINARY(eq)
NT_BINARY(ne)
NT_BINARY(lt)
NT_BINARY(le)
NT_BINARY(gt)
NT_BINARY(ge)

NT_API Handle nt_matmul(Handle a, Handle b) {
    return make([&] { return at::matmul(*a, *b); });
}

#define NT_BINARY_TENSORS(name)                                                                 \
    NT_API Handle nt_##name(Handle a, Handle b) {                                               \
        return nt::broadcast(#name, *a, *b) ? make([&] { return at::name(*a, *b); }) : nullptr; \
    }
NT_BINARY_TENSORS(maximum)
NT_BINARY_TENSORS(minimum)
NT_BINARY_TENSORS(logical_and)
NT_BINARY_TENSORS(logical_or)

#define NT_BINARY_IN_PLACE(name)                                                                   \
    NT_API bool nt_##name##_in_place(Handle a, Handle b) {                                           \
        return nt::broadcast(#name "_", *a, *b) && run([&] { a->name##_(*b); });                       \
    }                                                                                                \
    NT_API bool nt_##name##_scalar_in_place(Handle a, NtScalar b) { return run([&] { a->name##_(scalar(b)); }); }
NT_BINARY_IN_PLACE(add)
NT_BINARY_IN_PLACE(sub)
NT_BINARY_IN_PLACE(mul)
NT_BINARY_IN_PLACE(div)

NT_API Handle nt_lerp(Handle a, Handle end, NtScalar weight) {
    return make([&] { return at::lerp(*a, *end, scalar(weight)); });
}

NT_API Handle nt_clamp(Handle a, NtScalar low, NtScalar high) {
    return make([&] { return at::clamp(*a, nt::optional_scalar(low), nt::optional_scalar(high)); });
}

NT_API bool nt_clamp_(Handle a, NtScalar low, NtScalar high) {
    return run([&] { at::clamp_(*a, nt::optional_scalar(low), nt::optional_scalar(high)); });
}

NT_API Handle nt_allclose(Handle a, Handle b, double rtol, double atol, bool equal_nan) {
    return make([&] { return at::isclose(*a, *b, rtol, atol, equal_nan).all(); });
}

NT_API Handle nt_sum(Handle a, int32_t dtype) {
    return make([&] { return at::sum(*a, nt::optional_type(dtype)); });
}

NT_API Handle nt_sum_dims(Handle a, const int64_t* dims, int32_t count, bool keepdim, int32_t dtype) {
    return make([&] { return at::sum(*a, nt::longs(dims, count), keepdim, nt::optional_type(dtype)); });
}

NT_API Handle nt_mean(Handle a, int32_t dtype) {
    return make([&] { return at::mean(*a, nt::optional_type(dtype)); });
}

NT_API Handle nt_mean_dims(Handle a, const int64_t* dims, int32_t count, bool keepdim, int32_t dtype) {
    return make([&] { return at::mean(*a, nt::longs(dims, count), keepdim, nt::optional_type(dtype)); });
}

NT_API Handle nt_std(Handle a, bool unbiased) {
    return make([&] { return at::std(*a, unbiased); });
}

NT_API Handle nt_std_dims(Handle a, const int64_t* dims, int32_t count, bool unbiased, bool keepdim) {
    return make([&] { return at::std(*a, nt::longs(dims, count), unbiased, keepdim); });
}

NT_API Handle nt_norm(Handle a, NtScalar p) {
    return make([&] { return at::norm(*a, scalar(p)); });
}

NT_API Handle nt_cumsum(Handle a, int64_t dim) {
    return make([&] { return at::cumsum(*a, dim); });
}

NT_API Handle nt_argmax(Handle a) {
    return make([&] { return at::argmax(*a); });
}

NT_API Handle nt_argmax_dim(Handle a, int64_t dim, bool keepdim) {
    return make([&] { return at::argmax(*a, dim, keepdim); });
}

NT_API Handle nt_argmin_dim(Handle a, int64_t dim, bool keepdim) {
    return make([&] { return at::argmin(*a, dim, keepdim); });
}

NT_API Handle nt_argsort(Handle a, int64_t dim, bool descending) {
    return make([&] { return at::argsort(*a, dim, descending); });
}

namespace {

template <class Operation>
bool pair(Handle* first, Handle* second, Operation&& operation) {
    *first = *second = nullptr;
    return run([&] {
        auto both = operation();
        auto one = std::make_unique<at::Tensor>(std::get<0>(both));
        *second = new at::Tensor(std::get<1>(both));
        *first = one.release();
    });
}

}  // namespace

NT_API bool nt_topk(Handle a, int64_t k, int64_t dim, bool largest, bool sorted, Handle* values, Handle* indexes) {
    return pair(values, indexes, [&] { return at::topk(*a, k, dim, largest, sorted); });
}

NT_API bool nt_sort(Handle a, int64_t dim, bool descending, Handle* values, Handle* indexes) {
    return pair(values, indexes, [&] { return at::sort(*a, dim, descending); });
}

NT_API bool nt_max_dim(Handle a, int64_t dim, bool keepdim, Handle* values, Handle* indexes) {
    return pair(values, indexes, [&] { return at::max(*a, dim, keepdim); });
}

NT_API bool nt_min_dim(Handle a, int64_t dim, bool keepdim, Handle* values, Handle* indexes) {
    return pair(values, indexes, [&] { return at::min(*a, dim, keepdim); });
}
