using System.Buffers;
using Notable.Imaging;

namespace Notable.Learning;

public sealed partial class Predictor
{
    /// <summary>
    /// Predicts on the caller's thread, which is usually one of the <see cref="InferencePool"/>'s: with integers, in float32 if that leaves the
    /// answer open, and with the picture's parts if that does too.
    /// </summary>
    internal Prediction Answer(Picture picture)
    {
        var square = Card.Transform.Resize.Apply(picture);
        return Prediction.Of(Vocab, Card.KnowsNeither, TryQuantized(square) ?? InFloat32(picture, square));
    }

    /// <summary>Returns the softmax probabilities of pictures, in float32: [pictures][answers].</summary>
    internal float[][] Probabilities(IEnumerable<Picture> pictures) => Probabilities(session, [.. pictures.Select(Card.Transform.Resize.Apply)]);

    /// <summary>Returns the softmax of logits.</summary>
    internal static float[] Softmax(float[] logits)
    {
        var highest = logits.Max();
        var powers = Array.ConvertAll(logits, logit => Math.Exp(logit - highest));
        var whole = powers.Sum();
        return Array.ConvertAll(powers, power => (float)(power / whole));
    }

    private float[]? TryQuantized(Picture square)
    {
        if (quantized is null)
            return null;
        var answer = Card.Calibrated(Probabilities(quantized, [square])[0]);
        return answer.Max() >= Math.Max(AsksTwiceBelow, Card.Quantization!.TrustedFrom) ? answer : null;
    }

    private float[] InFloat32(Picture picture, Picture square)
    {
        var whole = Probabilities(session, [square])[0];
        var answer = Card.Calibrated(whole);
        return Card.Transform.Views == Views.Whole || answer.Max() >= AsksTwiceBelow
            ? answer
            : Card.Calibrated(PictureViews.Together([whole, .. Probabilities(Card.Transform.Views.Parts(picture))], Card.KnowsNeither));
    }

    private double AsksTwiceBelow => Card.Calibration?.AsksTwiceBelow ?? TemperatureScaling.DefaultAsksTwiceBelow;

    private static float[][] Probabilities(NetworkSession network, IReadOnlyList<Picture> squares)
    {
        var size = network.Side * network.Side * 3;
        var pixels = ArrayPool<byte>.Shared.Rent(squares.Count * size);
        try
        {
            for (var i = 0; i < squares.Count; i++)
                squares[i].Pixels.CopyTo(pixels.AsSpan(i * size, size));
            return [.. network.Logits(pixels, squares.Count).Select(Softmax)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }
}
