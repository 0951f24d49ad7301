// Other shapes of the same values, and picking values out.
#include "common.h"

using nt::longs;
using nt::make;
using nt::run;

#define NT_SHAPED(name)                                                         \
    NT_API Handle nt_##name(Handle tensor, const int64_t* sizes, int32_t rank) { \
        return make([&] { return tensor->name(longs(sizes, rank)); });          \
    }
NT_SHAPED(view)
NT_SHAPED(reshape)
NT_SHAPED(permute)
NT_SHAPED(expand)
NT_SHAPED(flip)
NT_SHAPED(repeat)

NT_API Handle nt_flatten(Handle tensor, int64_t first, int64_t last) {
    return make([&] { return tensor->flatten(first, last); });
}

NT_API Handle nt_transpose(Handle tensor, int64_t first, int64_t second) {
    return make([&] { return tensor->transpose(first, second); });
}

NT_API Handle nt_unsqueeze(Handle tensor, int64_t dim) {
    return make([&] { return tensor->unsqueeze(dim); });
}

NT_API Handle nt_squeeze(Handle tensor) {
    return make([&] { return tensor->squeeze(); });
}

NT_API Handle nt_squeeze_dim(Handle tensor, int64_t dim) {
    return make([&] { return tensor->squeeze(dim); });
}

NT_API Handle nt_narrow(Handle tensor, int64_t dim, int64_t start, int64_t length) {
    return make([&] { return tensor->narrow(dim, start, length); });
}

NT_API Handle nt_select(Handle tensor, int64_t dim, int64_t index) {
    return make([&] { return tensor->select(dim, index); });
}

NT_API Handle nt_slice(Handle tensor, int64_t dim, int64_t start, int64_t stop, int64_t step) {
    return make([&] { return tensor->slice(dim, start, stop, step); });
}

NT_API Handle nt_cat(const Handle* tensors, int32_t count, int64_t dim) {
    return make([&] { return at::cat(nt::list(tensors, count), dim); });
}

NT_API Handle nt_stack(const Handle* tensors, int32_t count, int64_t dim) {
    return make([&] { return at::stack(nt::list(tensors, count), dim); });
}

NT_API Handle nt_index_select(Handle tensor, int64_t dim, Handle index) {
    return make([&] { return tensor->index_select(dim, *index); });
}

NT_API Handle nt_gather(Handle tensor, int64_t dim, Handle index) {
    return make([&] { return tensor->gather(dim, *index); });
}

NT_API Handle nt_masked_select(Handle tensor, Handle mask) {
    return nt::broadcast("masked_select", *tensor, *mask) ? make([&] { return tensor->masked_select(*mask); }) : nullptr;
}

NT_API Handle nt_masked_fill(Handle tensor, Handle mask, NtScalar value) {
    return nt::broadcast("masked_fill", *tensor, *mask) ? make([&] { return tensor->masked_fill(*mask, nt::scalar(value)); }) : nullptr;
}

NT_API Handle nt_where(Handle condition, Handle yes, Handle no) {
    if (!nt::broadcast("where", *condition, *yes) || !nt::broadcast("where", *condition, *no) || !nt::broadcast("where", *yes, *no))
        return nullptr;
    return make([&] { return at::where(*condition, *yes, *no); });
}

// A null handle in the list leaves that dimension whole.
NT_API Handle nt_index(Handle tensor, const Handle* indices, int32_t count) {
    return make([&] {
        c10::List<nt::Optional<at::Tensor>> list;
        for (int32_t i = 0; i < count; i++)
            list.push_back(indices[i] ? nt::Optional<at::Tensor>(*indices[i]) : nt::Optional<at::Tensor>());
        return at::index(*tensor, list);
    });
}

NT_API Handle nt_one_hot(Handle tensor, int64_t classes) {
    return make([&] { return at::one_hot(*tensor, classes); });
}
