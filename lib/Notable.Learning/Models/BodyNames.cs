using System.Globalization;
using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>Maps torchvision's tensor names, used here, to the names in files of other origin.</summary>
internal static class BodyNames
{
    /// <summary>Prefix in this library's model files.</summary>
    private const string OwnPrefix = "body.";

    /// <summary>Returns a function from torchvision's name to the name in the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="first">The name of the body's first tensor, which identifies the origin of the file.</param>
    public static Func<string, string> In(TensorFile file, string first) =>
        file.Tensors.ContainsKey(OwnPrefix + first) ? name => OwnPrefix + name
        : !file.Tensors.ContainsKey(first) && file.Tensors.ContainsKey(OfFastai(first)) ? OfFastai
        : name => name;

    /// <summary>
    /// Names in fastai's <c>learn.save</c>: its model is a sequence of body and head, and the body a sequence of torchvision's modules, so
    /// numbers replace the names: conv1, bn1, relu, maxpool, layer1 to layer4; or, for other networks, all features as the first.
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
