namespace Notable.Learning.Files;

/// <summary>The content of a weights file is malformed. <see cref="OpenedFile.Read"/> adds the file's name.</summary>
internal abstract class MalformedContentException(string found, string expected) : Exception($"found {found}; expected {expected}")
{
    public string Found { get; } = found;

    public string Expected { get; } = expected;
}
