using System.Globalization;
using Notable.Imaging;
using Notable.Learning.Acceleration;
using Notable.Shared;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Cli.Doctor;

/// <summary>Small computations with known results on every device, and a picture that is written and read.</summary>
internal static class SelfTest
{
    private const string Section = "self-test";

    public static IEnumerable<Finding> Check()
    {
        if (Libtorch.IsLoaded)
        {
            foreach (var device in Devices())
            {
                yield return Try($"add on {device}", () => Add(device));
                yield return Try($"conv on {device}", () => Convolution(device, bf16: false));
            }
            if (CpuFeatures.Flags.Contains("avx512_bf16"))
                yield return Try("conv in bf16", () => Convolution(CPU, bf16: true));
        }
        yield return Try("picture", DecodeDrawn);
    }

    private static List<Device> Devices() => [CPU, .. Enumerable.Range(0, cuda.device_count()).Select(i => new Device(DeviceType.CUDA, i))];

    private static string? Add(Device device)
    {
        using var scope = NewDisposeScope();
        return Expect(ones(1000, device: device).add(ones(1000, device: device)).sum().item<float>(), 2000);
    }

    /// <summary>Each result is the sum of 16 channels of 3 x 3 ones: 144, which is exact in bfloat16.</summary>
    private static string? Convolution(Device device, bool bf16)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var type = bf16 ? bfloat16 : float32;
        var sums = nn.functional.conv2d(ones([1, 16, 32, 32], type, device), ones([16, 16, 3, 3], type, device)).to(float32);
        return Expect(sums.min().item<float>(), 144) ?? Expect(sums.max().item<float>(), 144);
    }

    private static string? DecodeDrawn()
    {
        var drawn = SampleNotes.Flat(50);
        var decoded = Picture.Decode(drawn.ToJpeg(quality: 95));
        if ((decoded.Width, decoded.Height) != (drawn.Width, drawn.Height))
            return $"{decoded.Width} x {decoded.Height} pixels, expected {drawn.Width} x {drawn.Height}";
        var apart = 0L;
        for (var i = 0; i < drawn.Pixels.Length; i++)
            apart += Math.Abs(drawn.Pixels[i] - decoded.Pixels[i]);
        const double most = 8;      // JPEG loses a little; a wrong channel order or row length loses far more
        var mean = (double)apart / drawn.Pixels.Length;
        return mean <= most ? null : string.Create(CultureInfo.InvariantCulture, $"pixels are off by {mean:0.#} of 255 on average");
    }

    private static string? Expect(float found, float expected) =>
        found == expected ? null : string.Create(CultureInfo.InvariantCulture, $"{found}, expected {expected}");

    /// <param name="name">The name of the test.</param>
    /// <param name="test">Returns null if all is well, otherwise the error.</param>
    private static Finding Try(string name, Func<string?> test)
    {
        string? wrong;
        try
        {
            wrong = test();
        }
        catch (Exception e)
        {
            wrong = e.Message;
        }
        return wrong is null
            ? new(Section, name, "right")
            : new(Section, name, wrong, Status.Fail, "please report this with the whole output of 'notable doctor'");
    }
}
