using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Notable.Testing;

namespace Launch;

/// <summary>
/// The scripts for browsers are committed as built, so that nobody needs Node.js to build. Where Node.js is, they are built again here and
/// compared. To accept a new version, run these tests with <c>NOTABLE_APPROVE=1</c> and commit the files.
/// </summary>
public sealed class PageScriptIsCurrent : IDisposable
{
    private const string HtmlManager = "@jupyter-widgets/html-manager@1.0.15";
    private const string HtmlManagerHash =
        "e6d841215eb298d8263d5387bf3c7e806cbc6522a649ace1b46c38fdce312435734611bd3d3790b118c5dc5513a29bc58bffd200178dcf5ca9e3b6c2ac9dc240";
    private static readonly string[] compressed = [".br", ".gz"];
    private static readonly string page = Repository.Path("lib", "Notable.AppHost", "web", "dist");
    private static readonly string extension = Repository.Path("lib", "Notable.Kernel", "NotebookExtension", "html-manager");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_page_is_built_from_the_sources_beside_it()
    {
        var work = await NodePackages.InstallAsync("lib", "Notable.AppHost", "web");
        var source = Repository.Path("lib", "Notable.AppHost", "web");
        foreach (var part in new[] { "src", "licenses" })
        {
            if (Directory.Exists(Path.Combine(work, part)))
                Directory.Delete(Path.Combine(work, part), recursive: true);
            CopyFolder(Path.Combine(source, part), Path.Combine(work, part));
        }
        foreach (var file in Directory.GetFiles(source, "*.mjs"))
            File.Copy(file, Path.Combine(work, Path.GetFileName(file)), overwrite: true);
        await NodePackages.RunAsync(work, "npm", "run", "--silent", "build");
        Accept(Path.Combine(work, "dist"), page);

        Assert.Equal(Plain(Path.Combine(work, "dist")), Plain(page));
    }

    [Fact]
    public void Every_file_of_the_page_has_its_compressed_forms()
    {
        var plain = Plain(page);
        // One script and the parts of it that are loaded when they are wanted.
        Assert.Equal([".css", ".js", ".txt"], plain.Keys.Select(Path.GetExtension).Distinct().Order());
        Assert.Single(plain.Keys, name => name.StartsWith("app-", StringComparison.Ordinal) && name.EndsWith(".js", StringComparison.Ordinal));
        foreach (var (name, hash) in plain)
            foreach (var form in compressed)
                Assert.Equal((name, form, hash), (name, form, Hash(Unpacked(Path.Combine(page, name + form)))));
    }

    [Fact]
    public async Task The_extension_for_Notebook_is_html_manager_as_published()
    {
        await NodePackages.RequireAsync();
        var printed = await NodePackages.RunAsync(folder.Path, "npm", "pack", HtmlManager, "--loglevel=error");
        var package = folder[printed.Trim().Split('\n')[^1].Trim()];
        Assert.Equal(HtmlManagerHash, Convert.ToHexStringLower(SHA512.HashData(await File.ReadAllBytesAsync(package, TestContext.Current.CancellationToken))));
        await using (var stream = new GZipStream(File.OpenRead(package), CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(stream, folder.Path, overwriteFiles: true, TestContext.Current.CancellationToken);
        Collect(folder["package/dist"], folder["wanted"]);
        Accept(folder["wanted"], extension);

        Assert.Equal(Unpacked(folder["wanted/libembed-amd.js.br"]), Unpacked(Path.Combine(extension, "libembed-amd.js.br")));
        Assert.Equal(Plain(folder["wanted"]), Plain(extension));
    }

    private static void Collect(string package, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var font in Directory.GetFiles(package, "*.woff2"))
            File.Copy(font, Path.Combine(target, Path.GetFileName(font)));
        File.Copy(Path.Combine(package, "embed.js.LICENSE.txt"), Path.Combine(target, "license-of-parts.txt"));
        using var packed = new BrotliStream(File.Create(Path.Combine(target, "libembed-amd.js.br")), CompressionLevel.SmallestSize);
        packed.Write(File.ReadAllBytes(Path.Combine(package, "libembed-amd.js")));
    }

    private static void Accept(string built, string committed)
    {
        if (Environment.GetEnvironmentVariable("NOTABLE_APPROVE") != "1")
            return;
        Directory.Delete(committed, recursive: true);
        CopyFolder(built, committed);
    }

    private static void CopyFolder(string source, string target)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }

    /// <summary>Hashes of the files that are not compressed; compressors differ between versions of Node.js and .NET.</summary>
    private static SortedDictionary<string, string> Plain(string directory) => new(Directory.GetFiles(directory)
        .Where(file => !compressed.Contains(Path.GetExtension(file))).ToDictionary(file => Path.GetFileName(file), file => Hash(File.ReadAllBytes(file))));

    private static byte[] Unpacked(string file)
    {
        using var source = File.OpenRead(file);
        using Stream packed = Path.GetExtension(file) == ".br" ? new BrotliStream(source, CompressionMode.Decompress) : new GZipStream(source, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
