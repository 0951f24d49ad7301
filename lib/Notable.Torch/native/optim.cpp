// Adam over a whole group of parameters in one call.
#include "optim.h"

#include <cmath>
#include <map>

using nt::run;

namespace {

// The numbers of one step: p *= shrink; m = mom m + (1-mom) g; v = sqr_mom v + (1-sqr_mom) g g;
// p -= rate m / (sqrt(v / bias) + eps).
struct AdamStep {
    double shrink, mom, sqr_mom, rate, bias, eps;

    AdamStep(int64_t step, double lr, double mom, double sqr_mom, double eps, double weight_decay)
        : shrink(1 - lr * weight_decay), mom(mom), sqr_mom(sqr_mom), rate(lr / (1 - std::pow(mom, static_cast<double>(step)))),
          bias(1 - std::pow(sqr_mom, static_cast<double>(step))), eps(eps) {}
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

// Parameters of any type on any device: on a GPU a few launches for all of them instead of eight for each.
struct AdamLists {
    std::vector<at::Tensor> p, g, m, v;

    void step(const AdamStep& step) {
        at::_foreach_mul_(p, step.shrink);
        at::_foreach_mul_(m, step.mom);
        at::_foreach_add_(m, g, 1 - step.mom);
        at::_foreach_mul_(v, step.sqr_mom);
        at::_foreach_addcmul_(v, g, g, 1 - step.sqr_mom);
        auto denominators = at::_foreach_sqrt(v);
        at::_foreach_mul_(denominators, 1 / std::sqrt(step.bias));
        at::_foreach_add_(denominators, step.eps);
        at::_foreach_addcdiv_(p, m, denominators, -step.rate);
    }
};

// Steps what is plain at once and keeps the rest for later.
void adam(const at::Tensor& p, const at::Tensor& g, const at::Tensor& m, const at::Tensor& v, const AdamStep& step, AdamLists& rest) {
    if (!nt::plain_alike(p, {&g, &m, &v})) {
        rest.p.push_back(p), rest.g.push_back(g), rest.m.push_back(m), rest.v.push_back(v);
        return;
    }
    float *pp = p.data_ptr<float>(), *gg = g.data_ptr<float>(), *mm = m.data_ptr<float>(), *vv = v.data_ptr<float>();
    nt::walk(p, [&](int64_t begin, int64_t end) { adam_pass(pp, gg, mm, vv, begin, end, step); });
}

}  // namespace

// fastai's Adam: the bias corrections use the current, scheduled momentum.
NT_API bool nt_adam_step(const Handle* parameters, const Handle* grads, const Handle* exp_avg, const Handle* exp_avg_sq,
                         int32_t count, int64_t step, double lr, double mom, double sqr_mom, double eps, double weight_decay) {
    for (int32_t i = 0; i < count; i++)
        for (const auto* other : {grads[i], exp_avg[i], exp_avg_sq[i]})
            if (other->sizes() != parameters[i]->sizes())
                return nt::refuse(c10::str("Parameter ", i, " has shape ", parameters[i]->sizes(), ", its gradient or a moment ",
                                           other->sizes(), "; expected the same."));
    return run([&] {
        at::NoGradGuard no_grad;
        const AdamStep numbers(step, lr, mom, sqr_mom, eps, weight_decay);
        AdamLists rest;
        for (int32_t i = 0; i < count; i++) adam(*parameters[i], *grads[i], *exp_avg[i], *exp_avg_sq[i], numbers, rest);
        if (!rest.p.empty()) rest.step(numbers);
    });
}

// PyTorch's AdamW over the parameters that have a gradient; each counts its own steps.
NT_API bool nt_adamw_step(const Handle* parameters, const Handle* exp_avg, const Handle* exp_avg_sq, int64_t* steps, int32_t count,
                          double lr, double beta1, double beta2, double eps, double weight_decay) {
    return run([&] {
        at::NoGradGuard no_grad;
        std::map<int64_t, AdamLists> rest;
        for (int32_t i = 0; i < count; i++) {
            const auto& grad = parameters[i]->grad();
            if (!grad.defined()) continue;
            const AdamStep numbers(++steps[i], lr, beta1, beta2, eps, weight_decay);
            adam(*parameters[i], grad, *exp_avg[i], *exp_avg_sq[i], numbers, rest[steps[i]]);
        }
        for (auto& [step, lists] : rest)
            if (!lists.p.empty()) lists.step(AdamStep(step, lr, beta1, beta2, eps, weight_decay));
    });
}
