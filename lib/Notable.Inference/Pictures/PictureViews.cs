using Notable.Imaging;

namespace Notable.Learning;

/// <summary>The parts of a picture for <see cref="Views"/>, and the combination of their predictions.</summary>
internal static class PictureViews
{
    /// <summary>Returns the parts, starting with the whole picture.</summary>
    public static IReadOnlyList<Picture> Of(this Views views, Picture picture) =>
        [picture, .. views.Parts(picture)];

    /// <summary>Returns the parts other than the whole picture.</summary>
    public static Picture[] Parts(this Views views, Picture picture) => views == Views.Whole ? [] : Halves(picture);

    /// <summary>
    /// Combines predictions into one row of probabilities: "neither" from the whole picture, the classes by their geometric mean over the
    /// parts.
    /// </summary>
    /// <param name="answers">One row per part.</param>
    /// <param name="knowsNeither">Whether the last value of a row is the probability of neither.</param>
    public static float[] Together(float[][] answers, bool knowsNeither)
    {
        if (answers is [var only])
            return only;
        float[] neither = knowsNeither ? answers[0][^1..] : [];
        // float.Epsilon, so that a class ruled out in one part is not ruled out overall.
        double[] means = [.. Enumerable.Range(0, answers[0].Length - neither.Length)
            .Select(place => Math.Exp(answers.Average(answer => Math.Log(Math.Max(answer[place], float.Epsilon)))))];
        var scale = (1 - neither.Sum()) / means.Sum();
        return [.. means.Select(mean => (float)(mean * scale)), .. neither];
    }

    private static Picture[] Halves(Picture picture)
    {
        var (width, height) = (picture.Width, picture.Height);
        var (across, down) = width > height ? (Part(width), height) : (width, Part(height));
        return [picture.Crop(0, 0, across, down), picture.Crop(width - across, height - down, across, down)];
    }

    private static int Part(int side) => (side * 3 + 4) / 5;
}
