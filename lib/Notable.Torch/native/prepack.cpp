// Convolutions for inference: weights kept in the order that the processor's kernels (oneDNN's) want them in.
#include "common.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

using nt::longs;
using nt::make;
using nt::run;

namespace {

using Operation = c10::OperatorHandle;

// These operations have no C++ header; libtorch knows them by name where it was built with oneDNN.
nt::Optional<Operation> find(const char* name) { return c10::Dispatcher::singleton().findSchema({name, ""}); }

const nt::Optional<Operation>& prepack() {
    static const auto operation = find("mkldnn_prepacked::conv2d_prepack");
    return operation;
}

const nt::Optional<Operation>& run_prepacked() {
    static const auto operation = find("mkldnn_prepacked::conv2d_run");
    return operation;
}

std::vector<int64_t> copy(at::IntArrayRef values) { return values.vec(); }

}  // namespace

NT_API bool nt_can_prepack() {
    bool can = false;
    run([&] { can = at::hasMKLDNN() && prepack() && run_prepacked(); });
    return can;
}

// The size [N, C, H, W] is that of the expected input: others work too, some of them slower.
NT_API c10::IValue* nt_conv2d_prepack(Handle weight, Handle bias, const int64_t* stride, const int64_t* padding,
                                      const int64_t* dilation, int64_t groups, const int64_t* input_size) {
    c10::IValue* packed = nullptr;
    run([&] {
        torch::jit::Stack stack{*weight, bias ? c10::IValue(*bias) : c10::IValue(), copy(longs(stride, 2)), copy(longs(padding, 2)),
                                copy(longs(dilation, 2)), groups, copy(longs(input_size, 4)), std::string("none")};
        prepack().value().callBoxed(stack);
        packed = new c10::IValue(std::move(stack.at(0)));
    });
    return packed;
}

NT_API Handle nt_conv2d_prepacked(Handle input, const c10::IValue* packed) {
    return make([&] {
        torch::jit::Stack stack{*input, *packed};
        run_prepacked().value().callBoxed(stack);
        return std::move(stack.at(0)).toTensor();
    });
}

NT_API void nt_prepacked_free(c10::IValue* packed) { delete packed; }
