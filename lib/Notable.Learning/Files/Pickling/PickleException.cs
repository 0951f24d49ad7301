namespace Notable.Learning.Files.Pickling;

/// <summary>A pickle that is broken, too large, or asks for more than data.</summary>
internal sealed class PickleException(string found, string expected) : MalformedContentException(found, expected);
