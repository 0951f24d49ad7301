// Stochastic gradient descent over a whole group of parameters in one call.
#include "optim.h"

using nt::run;

namespace {

struct SgdStep {
    double lr, momentum, dampening, weight_decay;
    bool nesterov, maximize;
};

// PyTorch's rule in one pass over memory; the first gradient of a parameter becomes its momentum undamped.
void sgd_pass(float* p, const float* g, float* buffer, bool first, int64_t begin, int64_t end, const SgdStep& step) {
    const float sign = step.maximize ? -1.0f : 1.0f, decay = static_cast<float>(step.weight_decay);
    const float momentum = first ? 0.0f : static_cast<float>(step.momentum), ahead = static_cast<float>(step.momentum);
    const float part = first ? 1.0f : static_cast<float>(1 - step.dampening), lr = static_cast<float>(step.lr);
    if (!buffer) {
        for (int64_t i = begin; i < end; i++) p[i] -= lr * (sign * g[i] + decay * p[i]);
        return;
    }
    for (int64_t i = begin; i < end; i++) {
        const float d = sign * g[i] + decay * p[i];
        buffer[i] = momentum * buffer[i] + part * d;
        p[i] -= lr * (step.nesterov ? d + ahead * buffer[i] : buffer[i]);
    }
}

// Parameters of any type on any device, all of them started or none.
struct SgdLists {
    std::vector<at::Tensor> p, g, buffers;

    void step(bool first, const SgdStep& step) {
        if (p.empty()) return;
        auto d = step.maximize ? at::_foreach_neg(g) : g;
        if (step.weight_decay != 0) d = at::_foreach_add(d, p, step.weight_decay);
        if (!buffers.empty()) {
            at::_foreach_mul_(buffers, first ? 0 : step.momentum);
            at::_foreach_add_(buffers, d, first ? 1 : 1 - step.dampening);
            d = step.nesterov ? at::_foreach_add(d, buffers, step.momentum) : buffers;
        }
        at::_foreach_add_(p, d, -step.lr);
    }
};

}  // namespace

// Over the parameters that have a gradient. Buffers are null without momentum; started says which hold something.
NT_API bool nt_sgd_step(const Handle* parameters, const Handle* buffers, bool* started, int32_t count, double lr, double momentum,
                        double dampening, double weight_decay, bool nesterov, bool maximize) {
    return run([&] {
        at::NoGradGuard no_grad;
        const SgdStep numbers{lr, momentum, dampening, weight_decay, nesterov, maximize};
        SgdLists fresh, others;
        for (int32_t i = 0; i < count; i++) {
            const auto &p = *parameters[i], &g = p.grad();
            if (!g.defined()) continue;
            const auto* buffer = buffers[i];
            const bool first = !started[i];
            started[i] = true;
            if (nt::plain_alike(p, {&g, buffer ? buffer : &g})) {
                float *pp = p.data_ptr<float>(), *gg = g.data_ptr<float>(), *bb = buffer ? buffer->data_ptr<float>() : nullptr;
                nt::walk(p, [&](int64_t begin, int64_t end) { sgd_pass(pp, gg, bb, first, begin, end, numbers); });
                continue;
            }
            auto& lists = first ? fresh : others;
            lists.p.push_back(p), lists.g.push_back(g);
            if (buffer) lists.buffers.push_back(*buffer);
        }
        fresh.step(true, numbers);
        others.step(false, numbers);
    });
}
