using System.Globalization;
using System.Text.Json;
using Notable.Imaging;

namespace Notable.Learning;

public sealed partial record InferenceTransform
{
    private const string Prefix = "preprocessing.";
    private const string Whole = "none";

    /// <summary>Returns the transform as strings for a model file's metadata; every key begins with "preprocessing.".</summary>
    public IReadOnlyDictionary<string, string> ToMetadata() => new Dictionary<string, string>
    {
        [Prefix + "size"] = Number(Resize.Size),
        [Prefix + "resize"] = Resize.Method.ToString().ToLowerInvariant(),
        [Prefix + "resize_to"] = Number(Resize.ResizeTo),
        [Prefix + "grid"] = Number(GridSize),
        [Prefix + "min_short_side"] = Number(Decode.MinShortSide),
        [Prefix + "orientation"] = Decode.ApplyOrientation ? "exif" : "stored",
        [Prefix + "alpha"] = Decode.Alpha == AlphaMode.BlendOnWhite ? "white" : "drop",
        [Prefix + "mean"] = Numbers(Normalize.Mean),
        [Prefix + "std"] = Numbers(Normalize.Std),
        [Prefix + "views"] = NameOf(Views),
    };

    /// <summary>Reads what <see cref="ToMetadata"/> wrote. Other keys are ignored.</summary>
    /// <exception cref="DataException">A key is missing or has an invalid value; the message names both.</exception>
    public static InferenceTransform FromMetadata(IReadOnlyDictionary<string, string> metadata)
    {
        var text = new Fields(metadata);
        try
        {
            return new(
                new DecodeOptions
                {
                    MinShortSide = text.Optional("min_short_side"),
                    ApplyOrientation = text.OneOf("orientation", ("exif", true), ("stored", false)),
                    Alpha = text.OneOf("alpha", ("white", AlphaMode.BlendOnWhite), ("drop", AlphaMode.Drop)),
                },
                new PictureResize(
                    text.OneOf("resize", ("crop", ResizeMethod.Crop), ("squish", ResizeMethod.Squish), ("pad", ResizeMethod.Pad), ("padblack", ResizeMethod.PadBlack)),
                    text.Required("resize_to"), text.Required("size")),
                text.Optional("grid"),
                new Normalize(text.Floats("mean"), text.Floats("std")))
            {
                // Files before format 4 lack it.
                Views = text.Has("views") ? text.OneOf("views", [.. Enum.GetValues<Views>().Select(views => (NameOf(views), views))]) : Views.Whole,
            };
        }
        catch (ArgumentException error)
        {
            throw new DataException($"the model file's preprocessing is invalid: {error.Message}");
        }
    }

    private static string NameOf(Views views) => JsonNamingPolicy.SnakeCaseLower.ConvertName(views.ToString());

    private static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? Whole;

    private static string Numbers(IEnumerable<float> values) =>
        string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Reads the metadata's fields, with a specific error for each.</summary>
    private sealed class Fields(IReadOnlyDictionary<string, string> metadata)
    {
        private const int LargestSide = 16384;

        public bool Has(string key) => metadata.ContainsKey(Prefix + key);

        public int? Optional(string key) => Text(key) == Whole ? null : Required(key);

        public int Required(string key) =>
            int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is > 0 and <= LargestSide
                ? value
                : throw Wrong(key, $"a number of pixels from 1 to {LargestSide}");

        public float[] Floats(string key)
        {
            string[] parts = Text(key).Split(' ');
            var values = new float[parts.Length];
            for (var i = 0; i < parts.Length; i++)
                if (!float.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
                    throw Wrong(key, "three numbers separated by spaces");
            return values;
        }

        public T OneOf<T>(string key, params ReadOnlySpan<(string Name, T Value)> known)
        {
            foreach (var (name, value) in known)
                if (name == Text(key))
                    return value;
            throw Wrong(key, "one of " + string.Join(", ", known.ToArray().Select(pair => pair.Name)));
        }

        private string Text(string key) => metadata.TryGetValue(Prefix + key, out var text)
            ? text
            : throw new DataException($"the model file lacks {Prefix}{key}: it was not written by Notable, or is damaged");

        private DataException Wrong(string key, string expected) =>
            new($"the model file's {Prefix}{key} is \"{Shortened(Text(key))}\", expected {expected}");

        private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "...";
    }
}
