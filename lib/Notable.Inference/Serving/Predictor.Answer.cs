using System.Buffers;
using Notable.Imaging;

namespace Notable.Learning;

public sealed partial class Predictor
{
    /// <summary>On the caller's thread: those of the <see cref="InferencePool"/> ask so.</summary>
    internal Prediction Answer(Picture picture)
    {
        var whole = Calibrated(Probabilities([picture])[0], out var raw);
        var answer = LeavesOpen(whole) ? Calibrated(PictureViews.Together([raw, .. Probabilities([.. Card.Transform.Views.Parts(picture)])], Card.KnowsNeither), out _) : whole;
        return Prediction.Of(Vocab, Card.KnowsNeither, answer);
    }

    /// <summary>Probabilities of pictures as the network's softmax gives them: [pictures][answers].</summary>
    internal float[][] Probabilities(IReadOnlyList<Picture> pictures)
    {
        var square = session.Side * session.Side * 3;
        var pixels = ArrayPool<byte>.Shared.Rent(pictures.Count * square);
        try
        {
            for (var i = 0; i < pictures.Count; i++)
                Card.Transform.Resize.Apply(pictures[i]).Pixels.CopyTo(pixels.AsSpan(i * square, square));
            return [.. session.Logits(pixels, pictures.Count).Select(Softmax)];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }

    /// <summary>Whether the parts of the picture are worth asking about once the whole was.</summary>
    private bool LeavesOpen(float[] whole) =>
        Card.Transform.Views != Views.Whole && whole.Max() < (Card.Calibration?.AsksTwiceBelow ?? TemperatureScaling.DefaultAsksTwiceBelow);

    private float[] Calibrated(float[] probabilities, out float[] raw) => Card.Calibration?.Apply(raw = probabilities) ?? (raw = probabilities);

    private static float[] Softmax(float[] logits)
    {
        var highest = logits.Max();
        var powers = Array.ConvertAll(logits, logit => Math.Exp(logit - highest));
        var whole = powers.Sum();
        return Array.ConvertAll(powers, power => (float)(power / whole));
    }
}
