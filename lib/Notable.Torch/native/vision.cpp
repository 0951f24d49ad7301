// Resampling pictures: grids, sampling, scaling and padding.
#include "common.h"

using nt::longs;
using nt::make;

NT_API Handle nt_affine_grid(Handle theta, const int64_t* size, int32_t rank, bool align_corners) {
    return make([&] { return at::affine_grid_generator(*theta, longs(size, rank), align_corners); });
}

NT_API Handle nt_grid_sample(Handle input, Handle grid, int64_t mode, int64_t padding_mode, bool align_corners) {
    return make([&] { return at::grid_sampler(*input, *grid, mode, padding_mode, align_corners); });
}

namespace {

enum Mode { Nearest = 0, Bilinear = 1, Bicubic = 2, Area = 3 };

nt::Optional<double> scale(double given) { return given > 0 ? nt::Optional<double>(given) : nt::Optional<double>(); }

at::Tensor resampled(const at::Tensor& input, at::IntArrayRef size, nt::Optional<double> vertical,
                     nt::Optional<double> horizontal, int32_t mode, bool align_corners, bool antialias) {
    switch (mode) {
        case Nearest: return at::upsample_nearest2d(input, size, vertical, horizontal);
        case Bilinear:
            return antialias ? at::_upsample_bilinear2d_aa(input, size, align_corners, vertical, horizontal)
                             : at::upsample_bilinear2d(input, size, align_corners, vertical, horizontal);
        case Bicubic:
            return antialias ? at::_upsample_bicubic2d_aa(input, size, align_corners, vertical, horizontal)
                             : at::upsample_bicubic2d(input, size, align_corners, vertical, horizontal);
        case Area: return at::adaptive_avg_pool2d(input, size);
        default: TORCH_CHECK_VALUE(false, "unknown interpolation mode ", mode);
    }
}

}  // namespace

// scales of 0 are taken from the sizes.
NT_API Handle nt_interpolate(Handle input, const int64_t* size, double vertical, double horizontal, int32_t mode,
                             bool align_corners, bool antialias) {
    return make([&] {
        return resampled(*input, longs(size, 2), scale(vertical), scale(horizontal), mode, align_corners, antialias);
    });
}

NT_API Handle nt_pad(Handle input, const int64_t* padding, int32_t count, const char* mode, double value) {
    return make([&] {
        const std::string how = mode;
        return at::pad(*input, longs(padding, count), how, how == "constant" ? nt::Optional<double>(value) : nt::Optional<double>());
    });
}
