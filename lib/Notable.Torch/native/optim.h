// What the optimizers' fused loops share.
#pragma once

#include "common.h"

#include <ATen/Parallel.h>

#include <initializer_list>

namespace nt {

// Dense float tensors on the host of one and the same memory layout can be walked as plain arrays.
inline bool plain_alike(const at::Tensor& p, std::initializer_list<const at::Tensor*> others) {
    const auto plain = [](const at::Tensor& t) {
        return t.device().is_cpu() && t.scalar_type() == at::kFloat && t.is_non_overlapping_and_dense();
    };
    if (!plain(p)) return false;
    for (const auto* t : others)
        if (!plain(*t) || t->sizes() != p.sizes() || t->strides() != p.strides()) return false;
    return true;
}

// Runs pass(begin, end) over the elements of a parameter that it changes, on all threads.
template <class Pass>
void walk(const at::Tensor& parameter, Pass&& pass) {
    at::parallel_for(0, parameter.numel(), 1 << 15, pass);
    // In-place changes behind autograd's back must still be seen by it.
    parameter.unsafeGetTensorImpl()->bump_version();
}

}  // namespace nt
