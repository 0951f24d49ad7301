namespace Notable.Learning.Files.Pickling;

/// <summary>A pickle that is broken, too large, or asks for more than data.</summary>
internal sealed class PickleException(string found, string expected) : Exception($"found {found}; expected {expected}")
{
    public string Found { get; } = found;

    public string Expected { get; } = expected;
}
