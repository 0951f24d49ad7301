// The layers' functions, losses and initialisation.
#include "common.h"

using nt::longs;
using nt::make;
using nt::or_undefined;
using nt::run;

NT_API Handle nt_conv2d(Handle input, Handle weight, Handle bias, const int64_t* stride, const int64_t* padding,
                        const int64_t* dilation, int64_t groups) {
    return make([&] {
        return at::conv2d(*input, *weight, or_undefined(bias), longs(stride, 2), longs(padding, 2), longs(dilation, 2), groups);
    });
}

NT_API Handle nt_batch_norm(Handle input, Handle weight, Handle bias, Handle running_mean, Handle running_var, bool training,
                            double momentum, double eps) {
    return make([&] {
        return at::batch_norm(*input, or_undefined(weight), or_undefined(bias), or_undefined(running_mean),
                              or_undefined(running_var), training, momentum, eps, true);
    });
}

NT_API Handle nt_linear(Handle input, Handle weight, Handle bias) {
    return make([&] { return at::linear(*input, *weight, or_undefined(bias)); });
}

NT_API Handle nt_dropout(Handle input, double p, bool training) {
    return make([&] { return at::dropout(*input, p, training); });
}

NT_API bool nt_dropout_(Handle input, double p, bool training) {
    return run([&] { at::dropout_(*input, p, training); });
}

NT_API Handle nt_max_pool2d(Handle input, const int64_t* kernel, const int64_t* stride, const int64_t* padding,
                            const int64_t* dilation, bool ceil_mode) {
    return make([&] {
        return at::max_pool2d(*input, longs(kernel, 2), longs(stride, 2), longs(padding, 2), longs(dilation, 2), ceil_mode);
    });
}

NT_API Handle nt_avg_pool2d(Handle input, const int64_t* kernel, const int64_t* stride, const int64_t* padding, bool ceil_mode,
                            bool count_include_pad) {
    return make([&] {
        return at::avg_pool2d(*input, longs(kernel, 2), longs(stride, 2), longs(padding, 2), ceil_mode, count_include_pad);
    });
}

NT_API Handle nt_adaptive_avg_pool2d(Handle input, const int64_t* size) {
    return make([&] { return at::adaptive_avg_pool2d(*input, longs(size, 2)); });
}

NT_API Handle nt_adaptive_max_pool2d(Handle input, const int64_t* size) {
    return make([&] { return std::get<0>(at::adaptive_max_pool2d(*input, longs(size, 2))); });
}

NT_API Handle nt_softmax(Handle input, int64_t dim, int32_t dtype) {
    return make([&] { return at::softmax(*input, dim, nt::optional_type(dtype)); });
}

NT_API Handle nt_log_softmax(Handle input, int64_t dim, int32_t dtype) {
    return make([&] { return at::log_softmax(*input, dim, nt::optional_type(dtype)); });
}

NT_API Handle nt_cross_entropy(Handle input, Handle target, Handle weight, int64_t reduction, int64_t ignore_index,
                               double label_smoothing) {
    return make([&] {
        return at::cross_entropy_loss(*input, *target, or_undefined(weight), reduction, ignore_index, label_smoothing);
    });
}

NT_API Handle nt_mse_loss(Handle input, Handle target, int64_t reduction) {
    return make([&] { return at::mse_loss(*input, *target, reduction); });
}

NT_API Handle nt_binary_cross_entropy_with_logits(Handle input, Handle target, int64_t reduction) {
    return make([&] { return at::binary_cross_entropy_with_logits(*input, *target, {}, {}, reduction); });
}

NT_API bool nt_normal_(Handle tensor, double mean, double std, at::Generator* generator) {
    return run([&] {
        at::NoGradGuard no_grad;
        tensor->normal_(mean, std, nt::optional_generator(generator));
    });
}

NT_API bool nt_uniform_(Handle tensor, double from, double to, at::Generator* generator) {
    return run([&] {
        at::NoGradGuard no_grad;
        tensor->uniform_(from, to, nt::optional_generator(generator));
    });
}
