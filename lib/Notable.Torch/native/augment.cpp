// A batch of pictures from bytes to what a network sees, in one pass: one map of coordinates a picture (bilinear, the outside
// is the reflection, corners aligned), one change of light in logit space, the colours' normalisation.
#include "common.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <cstring>

// Compiled for several processors and chosen when the library is loaded: the loops below are arithmetic from end to end.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define NT_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define NT_EACH_PROCESSOR
#endif

namespace {

constexpr int Colours = 3;

// The side of a picture in pixels, and where the coordinates -1 to 1 of a result of `count` pixels lie.
struct Axis {
    int64_t source, count;

    float span() const { return static_cast<float>(source - 1); }
    float place(int64_t i) const { return count > 1 ? static_cast<float>(2 * i) / static_cast<float>(count - 1) - 1 : 0; }
};

// Nearest whole number of a number below 2^22, without a call, so that loops with it vectorise.
inline float nearest(float x) {
    constexpr float bits = 12582912;   // 1.5 * 2^23: adding it leaves no bit for a fraction
    return (x + bits) - bits;
}

// From -1..1 to pixels, mirrored back inside as often as it takes. A coordinate that is no number becomes 0.
inline float reflected(float place, float span, float period, float per_period) {
    const float at = (place + 1) * 0.5f * span;
    const float inside = std::abs(at - period * nearest(at * per_period));
    return inside > 0 ? std::min(inside, span) : 0;
}

inline float as_float(int32_t bits) {
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

inline int32_t as_bits(float value) {
    int32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

// The logarithm to base 2 of a positive, normal number: its exponent, and the series of atanh for a mantissa of 2/3 to 4/3.
// Off by less than 1e-7 of the mantissa's logarithm.
inline float log2_of(float x) {
    const int32_t bits = as_bits(x), exponent = (bits - 0x3f2aaaab) >> 23;
    const float mantissa = as_float(bits - exponent * (1 << 23));
    const float z = (mantissa - 1) / (mantissa + 1), zz = z * z;
    const float series = 1 + zz * (1 / 3.f + zz * (1 / 5.f + zz * (1 / 7.f + zz * (1 / 9.f))));
    return static_cast<float>(exponent) + 2.885390082f * z * series;   // 2 / ln 2
}

// 2 to the power x, for x of -126 to 126: the whole part goes into the exponent, the rest into the exponential series.
inline float exp2_of(float x) {
    const float whole = nearest(x), f = (x - whole) * 0.6931471806f;
    const float series = 1 + f * (1 + f * (1 / 2.f + f * (1 / 6.f + f * (1 / 24.f + f * (1 / 120.f + f * (1 / 720.f))))));
    return series * as_float((static_cast<int32_t>(whole) + 127) * (1 << 23));
}

// Where the pixels of one row of the result lie in the source: the byte of the upper left one of four neighbours, and how far
// the place is towards the right and the lower ones.
NT_EACH_PROCESSOR void find_row(const float* map, float y, Axis across, Axis down, const float* places, int32_t* first, float* right,
                                float* below) {
    const float x0 = map[1] * y + map[2], y0 = map[4] * y + map[5], w0 = map[7] * y + map[8];
    const float xx = map[0], yx = map[3], wx = map[6];
    const float wide = across.span(), high = down.span();
    const float period_x = 2 * wide, period_y = 2 * high;
    const float per_x = wide > 0 ? 1 / period_x : 0, per_y = high > 0 ? 1 / period_y : 0;
    const int32_t last_x = static_cast<int32_t>(std::max<int64_t>(across.source - 2, 0));
    const int32_t last_y = static_cast<int32_t>(std::max<int64_t>(down.source - 2, 0));
    const int32_t stride = static_cast<int32_t>(across.source * Colours);
    for (int64_t i = 0; i < across.count; i++) {
        const float x = places[i], w = wx * x + w0;
        const float sx = reflected((xx * x + x0) / w, wide, period_x, per_x);
        const float sy = reflected((yx * x + y0) / w, high, period_y, per_y);
        const int32_t column = std::min(static_cast<int32_t>(sx), last_x), row = std::min(static_cast<int32_t>(sy), last_y);
        first[i] = row * stride + column * Colours;
        right[i] = sx - static_cast<float>(column);
        below[i] = sy - static_cast<float>(row);
    }
}

// The pixels at those places, red, green and blue side by side, 0 to 255.
NT_EACH_PROCESSOR void read_row(const uint8_t* pixels, int64_t step_x, int64_t step_y, int64_t count, const int32_t* first,
                                const float* right, const float* below, float* values) {
    for (int64_t i = 0; i < count; i++) {
        const uint8_t *upper = pixels + first[i], *lower = upper + step_y;
        for (int64_t c = 0; c < Colours; c++) {
            const float a = upper[c], b = upper[c + step_x], d = lower[c], e = lower[c + step_x];
            const float top = a + right[i] * (b - a), bottom = d + right[i] * (e - d);
            values[i * Colours + c] = top + below[i] * (bottom - top);
        }
    }
}

NT_EACH_PROCESSOR void copy_row(const uint8_t* pixels, int64_t count, float* values) {
    for (int64_t i = 0; i < count; i++) values[i] = pixels[i];
}

// v' = sigmoid(scale logit(v) + shift), with 1e-7 kept from 0 and 1, where the logit is infinite.
NT_EACH_PROCESSOR void light_row(float scale, float shift, int64_t count, float* values) {
    constexpr float margin = 1e-7f, log2_e = 1.442695041f;
    const float shift2 = shift * log2_e;
    for (int64_t i = 0; i < count; i++) {
        const float v = std::min(std::max(values[i] * (1 / 255.f), margin), 1 - margin);
        const float power = scale * log2_of((1 - v) / v) - shift2;
        values[i] = 255 / (1 + exp2_of(std::min(std::max(power, -126.f), 126.f)));
    }
}

// factor and offset are those of the colours, over and over.
NT_EACH_PROCESSOR void normalise_row(const float* values, const float* factor, const float* offset, int64_t count, float* out) {
    for (int64_t i = 0; i < count; i++) out[i] = values[i] * factor[i] + offset[i];
}

struct Batch {
    const at::Tensor& pixels;
    const float *maps, *lights, *mean, *std;
    Axis across, down;

    // Rows of the whole batch, one below the other.
    void rows(int64_t begin, int64_t end, float* out) const {
        const int64_t count = across.count, numbers = count * Colours, size = down.source * across.source * Colours;
        std::vector<float> places(count), right(count), below(count), values(numbers), factor(numbers), offset(numbers);
        std::vector<int32_t> first(count);
        for (int64_t i = 0; i < count; i++) places[i] = across.place(i);
        for (int64_t i = 0; i < numbers; i++) {
            factor[i] = 1 / (255 * std[i % Colours]);
            offset[i] = -mean[i % Colours] / std[i % Colours];
        }
        const int64_t step_x = across.source > 1 ? Colours : 0, step_y = down.source > 1 ? across.source * Colours : 0;
        for (int64_t row = begin; row < end; row++) {
            const int64_t picture = row / down.count, y = row % down.count;
            const auto* source = pixels.data_ptr<uint8_t>() + picture * size;
            if (maps) {
                find_row(maps + picture * 9, down.place(y), across, down, places.data(), first.data(), right.data(), below.data());
                read_row(source, step_x, step_y, count, first.data(), right.data(), below.data(), values.data());
            } else {
                copy_row(source + y * numbers, numbers, values.data());
            }
            const float* light = lights ? lights + picture * 2 : nullptr;
            if (light && (light[0] != 1 || light[1] != 0)) light_row(light[0], light[1], numbers, values.data());
            normalise_row(values.data(), factor.data(), offset.data(), numbers, out + row * numbers);
        }
    }
};

}  // namespace

// pixels [N, S, T, 3] uint8 on the host, without gaps; maps 9 numbers a picture, or null for none, which takes the result to be
// of the source's size; lights scale and shift a picture, or null. Gives [N, 3, height, width] float32, channels last.
NT_API Handle nt_augment(Handle pixels, const float* maps, const float* lights, const float* mean, const float* std, int64_t height,
                         int64_t width) {
    return nt::make([&] {
        const auto shape = pixels->sizes();
        auto out = at::empty({shape[0], Colours, height, width}, at::TensorOptions(at::kFloat).memory_format(at::MemoryFormat::ChannelsLast));
        const Batch batch{*pixels, maps, lights, mean, std, {shape[2], width}, {shape[1], height}};
        auto* numbers = out.data_ptr<float>();
        at::parallel_for(0, shape[0] * height, 64, [&](int64_t begin, int64_t end) { batch.rows(begin, end, numbers); });
        return out;
    });
}
