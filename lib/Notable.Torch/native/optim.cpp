// One optimizer step over a whole group of parameters in one call.
#include "common.h"

#include <ATen/Parallel.h>

#include <cmath>

using nt::run;

namespace {

using Tensors = std::vector<at::Tensor>;

// The numbers of one Adam step: p *= shrink; m = mom m + (1-mom_new) g; v = sqr_mom v + (1-sqr_mom) g g;
// p -= rate m / (sqrt(v / bias) + eps).
struct AdamStep {
    double shrink, mom, sqr_mom, rate, bias, eps;
};

// One pass over memory: the step is bound by bandwidth, and separate operations would cross the memory eight times.
void adam_pass(float* p, const float* g, float* m, float* v, int64_t begin, int64_t end, const AdamStep& step) {
    const float shrink = static_cast<float>(step.shrink), mom = static_cast<float>(step.mom);
    const float rest = static_cast<float>(1 - step.mom), sqr_mom = static_cast<float>(step.sqr_mom);
    const float sqr_rest = static_cast<float>(1 - step.sqr_mom), rate = static_cast<float>(step.rate);
    const float unbias = static_cast<float>(1 / std::sqrt(step.bias)), eps = static_cast<float>(step.eps);
    for (int64_t i = begin; i < end; i++) {
        m[i] = mom * m[i] + rest * g[i];
        v[i] = sqr_mom * v[i] + sqr_rest * g[i] * g[i];
        p[i] = shrink * p[i] - rate * m[i] / (std::sqrt(v[i]) * unbias + eps);
    }
}

// Dense float tensors of one and the same memory layout can be walked as plain arrays.
bool same_plain_layout(const at::Tensor& p, std::initializer_list<const at::Tensor*> others) {
    const auto plain = [](const at::Tensor& t) {
        return t.device().is_cpu() && t.scalar_type() == at::kFloat && t.is_non_overlapping_and_dense();
    };
    if (!plain(p)) return false;
    for (const auto* t : others)
        if (!plain(*t) || t->sizes() != p.sizes() || t->strides() != p.strides()) return false;
    return true;
}

void adam_general(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, const AdamStep& step) {
    p.mul_(step.shrink);
    m.mul_(step.mom).add_(g, 1 - step.mom);
    v.mul_(step.sqr_mom).addcmul_(g, g, 1 - step.sqr_mom);
    p.addcdiv_(m, v.div(step.bias).sqrt_().add_(step.eps), -step.rate);
}

void adam(const Tensors& p, const Tensors& g, const Tensors& m, const Tensors& v, const AdamStep& step) {
    for (size_t i = 0; i < p.size(); i++) {
        if (!same_plain_layout(p[i], {&g[i], &m[i], &v[i]})) {
            adam_general(p[i], g[i], m[i], v[i], step);
            continue;
        }
        float *pp = p[i].data_ptr<float>(), *gg = g[i].data_ptr<float>(), *mm = m[i].data_ptr<float>(), *vv = v[i].data_ptr<float>();
        at::parallel_for(0, p[i].numel(), 1 << 15,
                         [&](int64_t begin, int64_t end) { adam_pass(pp, gg, mm, vv, begin, end, step); });
        // In-place changes behind autograd's back must still be seen by it.
        p[i].unsafeGetTensorImpl()->bump_version();
    }
}

}  // namespace

// fastai's Adam: the bias corrections use the current, scheduled momentum.
NT_API bool nt_adam_step(const Handle* parameters, const Handle* grads, const Handle* exp_avg, const Handle* exp_avg_sq,
                         int32_t count, int64_t step, double lr, double mom, double sqr_mom, double eps, double weight_decay) {
    return run([&] {
        at::NoGradGuard no_grad;
        const auto t = static_cast<double>(step);
        const AdamStep numbers{1 - lr * weight_decay, mom, sqr_mom, lr / (1 - std::pow(mom, t)), 1 - std::pow(sqr_mom, t), eps};
        adam(nt::list(parameters, count), nt::list(grads, count), nt::list(exp_avg, count), nt::list(exp_avg_sq, count), numbers);
    });
}

// momentum_buffers may be null when momentum is 0; first says that the buffers hold nothing yet.
NT_API bool nt_sgd_step(const Handle* parameters, const Handle* grads, const Handle* momentum_buffers, int32_t count, bool first,
                        double lr, double momentum, double dampening, double weight_decay, bool nesterov, bool maximize) {
    return run([&] {
        at::NoGradGuard no_grad;
        for (int32_t i = 0; i < count; i++) {
            const auto& p = *parameters[i];
            auto g = maximize ? grads[i]->neg() : *grads[i];
            if (weight_decay != 0) g = g.add(p, weight_decay);
            if (momentum != 0) {
                auto& buffer = *momentum_buffers[i];
                if (first) buffer.copy_(g);
                else buffer.mul_(momentum).add_(g, 1 - dampening);
                g = nesterov ? g.add(buffer, momentum) : buffer;
            }
            p.add_(g, -lr);
        }
    });
}

// Scales the gradients so that their joint norm is at most max_norm; gives the norm before that.
NT_API bool nt_clip_grad_norm(const Handle* grads, int32_t count, double max_norm, double norm_type, double* total) {
    return run([&] {
        at::NoGradGuard no_grad;
        std::vector<at::Tensor> norms;
        for (int32_t i = 0; i < count; i++) norms.push_back(at::norm(*grads[i], norm_type));
        *total = norms.empty() ? 0 : at::norm(at::stack(norms), norm_type).item<double>();
        const double factor = max_norm / (*total + 1e-6);
        if (factor < 1)
            for (int32_t i = 0; i < count; i++) grads[i]->mul_(factor);
    });
}
