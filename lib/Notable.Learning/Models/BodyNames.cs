using System.Globalization;
using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>What files of different origin call the tensors of a body, which has torchvision's names here.</summary>
internal static class BodyNames
{
    /// <summary>What our own model files put before the names.</summary>
    private const string OwnPrefix = "body.";

    /// <summary>The name in a file, from torchvision's.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The name of the body's first tensor, which tells where the file comes from.</param>
    public static Func<string, string> In(TensorFile file, string first) =>
        file.Tensors.ContainsKey(OwnPrefix + first) ? name => OwnPrefix + name
        : !file.Tensors.ContainsKey(first) && file.Tensors.ContainsKey(OfFastai(first)) ? OfFastai
        : name => name;

    /// <summary>
    /// fastai's <c>learn.save</c>: its model is the body and the head in sequence, the body torchvision's modules in sequence, so that
    /// numbers stand for names: conv1, bn1, relu, maxpool, layer1 to layer4; or, of other networks, all features as the first.
    /// </summary>
    private static string OfFastai(string name)
    {
        var (module, rest) = name.Split('.', 2) is [var word, var others] ? (word, others) : (name, "");
        return module switch
        {
            "conv1" => $"0.0.{rest}",
            "bn1" => $"0.1.{rest}",
            ['l', 'a', 'y', 'e', 'r', >= '1' and <= '4' and var digit] => string.Create(CultureInfo.InvariantCulture, $"0.{digit - '0' + 3}.{rest}"),
            "features" => $"0.0.{rest}",
            _ => name,
        };
    }
}
