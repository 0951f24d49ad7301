using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Notable.Kernel.Packages;

namespace Notable.Kernel.Tests.Packages;

/// <summary>A package that tests make: an assembly, and what .NET Interactive looks for in a package.</summary>
internal static class MadePackage
{
    private static string Feed => Path.Combine(Path.GetTempPath(), $"notable-test-feed-{Environment.UserName}");

    /// <summary>Writes a package, once for each content.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="library">C# of the assembly in <c>lib</c>; none if null.</param>
    /// <param name="extension">C# of the assembly in <c>interactive-extensions/dotnet</c>; none if null.</param>
    /// <param name="script"><c>extension.dib</c>; none if null.</param>
    /// <param name="needs">The lines of the package it depends on; none if null.</param>
    /// <returns>The lines that bring it into a cell.</returns>
    public static string Directives(string id, string? library = null, string? extension = null, string? script = null, string? needs = null)
    {
        var version = $"1.0.0-h{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}|{library}|{extension}|{script}|{needs}")))[..12]}";
        Directory.CreateDirectory(Feed);
        var file = Path.Combine(Feed, $"{id}.{version}.nupkg");
        if (!File.Exists(file))
        {
            var unfinished = $"{file}.{Guid.NewGuid():N}";
            Write(unfinished, id, version, library, extension, script, Dependency(needs));
            File.Move(unfinished, file, overwrite: true);
        }
        return $"#i \"nuget: {Feed}\"\n#r \"nuget: {id}, {version}\"";
    }

    private static string Dependency(string? directives) =>
        directives is not null && PackageName.Read(directives.Split("#r \"")[1].TrimEnd('"')) is { } package
            ? $"<dependencies><dependency id=\"{package.Id}\" version=\"{package.Version}\" /></dependencies>"
            : "";

    private static void Write(string file, string id, string version, string? library, string? extension, string? script, string dependency)
    {
        using var package = ZipFile.Open(file, ZipArchiveMode.Create);
        Add($"{id}.nuspec", Encoding.UTF8.GetBytes($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
            <id>{id}</id><version>{version}</version><authors>tests</authors><description>Made by a test.</description>{dependency}
            </metadata></package>
            """));
        var compiled = library is null ? null : Compile(id, library);
        Add($"lib/net10.0/{(compiled is null ? "_._" : $"{id}.dll")}", compiled ?? []);
        if (extension is not null)
            Add($"interactive-extensions/dotnet/{id}.Interactive.dll", Compile($"{id}.Interactive", extension, compiled));
        if (script is not null)
            Add("interactive-extensions/dotnet/extension.dib", Encoding.UTF8.GetBytes(script));

        void Add(string name, byte[] content)
        {
            using var entry = package.CreateEntry(name).Open();
            entry.Write(content);
        }
    }

    private static byte[] Compile(string name, string code, byte[]? library = null)
    {
        // What this program consists of, and nothing that other tests have loaded.
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)],
            library is null ? references : [.. references, MetadataReference.CreateFromImage(library)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return assembly.ToArray();
    }
}
