using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Packages;

/// <summary>
/// Creates references to assemblies outside the host. The files are read into memory, because they may be overwritten while cells use them.
/// </summary>
internal static class FileReferences
{
    /// <summary>Returns the reference to an assembly, with the documentation file beside it.</summary>
    public static PortableExecutableReference Of(string path)
    {
        var documentation = Path.ChangeExtension(path, ".xml");
        return MetadataReference.CreateFromFile(path, documentation: File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }
}
