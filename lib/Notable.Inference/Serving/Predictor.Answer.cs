using System.Buffers;
using Notable.Imaging;

namespace Notable.Learning;

public sealed partial class Predictor
{
    /// <summary>Predicts on the caller's thread, which is usually one of the <see cref="InferencePool"/>'s.</summary>
    internal Prediction Answer(Picture picture)
    {
        var whole = Calibrated(Probabilities([picture])[0], out var raw);
        var answer = LeavesOpen(whole) ? Calibrated(PictureViews.Together([raw, .. Probabilities([.. Card.Transform.Views.Parts(picture)])], Card.KnowsNeither), out _) : whole;
        return Prediction.Of(Vocab, Card.KnowsNeither, answer);
    }

    /// <summary>Returns the softmax probabilities of pictures: [pictures][answers].</summary>
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

    /// <summary>Whether the picture's parts are needed after the whole picture was evaluated.</summary>
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
