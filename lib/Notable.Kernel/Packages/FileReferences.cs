using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Packages;

/// <summary>References to assemblies that are not the host's: read whole, for their files may be written anew while cells use them.</summary>
internal static class FileReferences
{
    /// <summary>The reference to an assembly, with the documentation that lies beside it.</summary>
    public static PortableExecutableReference Of(string path)
    {
        var documentation = Path.ChangeExtension(path, ".xml");
        return MetadataReference.CreateFromFile(path, documentation: File.Exists(documentation) ? XmlDocumentationProvider.CreateFromFile(documentation) : null);
    }
}
