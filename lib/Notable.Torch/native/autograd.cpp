// Gradients: whether they are recorded, computing them, reading them.
#include "common.h"

#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>

#include <cmath>

using nt::make;
using nt::run;

NT_API bool nt_requires_grad(Handle tensor) { return tensor->requires_grad(); }

NT_API bool nt_set_requires_grad(Handle tensor, bool wanted) {
    return run([&] { tensor->set_requires_grad(wanted); });
}

NT_API bool nt_is_leaf(Handle tensor) { return tensor->is_leaf(); }

NT_API bool nt_retain_grad(Handle tensor) {
    return run([&] { tensor->retain_grad(); });
}

NT_API bool nt_backward(Handle tensor, Handle gradient, bool retain_graph, bool create_graph) {
    return run([&] { tensor->backward(nt::or_undefined(gradient), retain_graph, create_graph); });
}

NT_API bool nt_has_grad(Handle tensor) { return tensor->grad().defined(); }

NT_API Handle nt_grad(Handle tensor) {
    return make([&] { return tensor->grad(); });
}

NT_API bool nt_set_grad(Handle tensor, Handle grad) {
    return run([&] { tensor->mutable_grad() = nt::or_undefined(grad); });
}

NT_API bool nt_zero_grads(const Handle* tensors, int32_t count, bool set_to_none) {
    return run([&] {
        for (int32_t i = 0; i < count; i++) {
            auto& grad = tensors[i]->mutable_grad();
            if (!grad.defined()) continue;
            if (set_to_none) grad.reset();
            else grad = grad.detach().zero_();
        }
    });
}

// Scales the gradients of those that have one so that their joint norm is at most max_norm; gives the norm before that. The
// only thing waited for, on a GPU too, is that one number.
NT_API bool nt_clip_grad_norm(const Handle* tensors, int32_t count, double max_norm, double norm_type, double* total) {
    return run([&] {
        at::NoGradGuard no_grad;
        *total = 0;
        std::vector<at::Tensor> grads;
        for (int32_t i = 0; i < count; i++)
            if (tensors[i]->grad().defined()) grads.push_back(tensors[i]->grad());
        if (grads.empty()) return;
        std::vector<at::Tensor> norms;
        if (std::isinf(norm_type))
            for (const auto& grad : grads) norms.push_back(at::norm(grad, norm_type));
        else norms = at::_foreach_norm(grads, norm_type);
        for (auto& norm : norms) norm = norm.to(norms[0].device(), at::kFloat);
        const auto joint = at::norm(at::stack(norms), norm_type);
        if (joint.is_cpu() && joint.item<double>() <= max_norm) {
            *total = joint.item<double>();
            return;
        }
        const auto factor = joint.add(1e-6).reciprocal_().mul_(max_norm).clamp_max_(1);
        for (auto& grad : grads) grad.mul_(factor.to(grad.device()));
        *total = joint.item<double>();
    });
}

NT_API bool nt_grad_enabled() { return c10::GradMode::is_enabled(); }

NT_API void nt_set_grad_enabled(bool enabled) { c10::GradMode::set_enabled(enabled); }

NT_API c10::InferenceMode* nt_inference_mode_enter(bool enabled) { return new c10::InferenceMode(enabled); }

NT_API void nt_inference_mode_leave(c10::InferenceMode* guard) { delete guard; }

NT_API bool nt_inference_mode_enabled() { return c10::InferenceMode::is_enabled(); }
