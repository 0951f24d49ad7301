// Whether the GPU computes in bfloat16.
#include "common.h"

#include <ATen/detail/CUDAHooksInterface.h>

// False also without a GPU, and for GPUs before Ampere, which would only imitate it.
NT_API bool nt_cuda_has_bfloat16() {
    try {
        return at::hasCUDA() && at::detail::getCUDAHooks().supportsBFloat16ConvolutionWithCuDNNv8();
    } catch (...) {
        return false;
    }
}
