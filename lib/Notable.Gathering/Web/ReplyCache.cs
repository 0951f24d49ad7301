using Notable.Shared;
using System.Security.Cryptography;
using System.Text;

namespace Notable.Gathering;

/// <summary>Caches replies of search services on disk, by address. Keys are sent in headers and never stored.</summary>
internal sealed class ReplyCache(SearchOptions options)
{
    /// <summary>The folder <c>searches</c> in <see cref="CacheFolder"/>.</summary>
    public static string DefaultFolder => Path.Combine(CacheFolder.Path, "searches");

    /// <summary>Returns the cached reply for an address, if it is recent enough.</summary>
    public byte[]? Find(Uri address)
    {
        if (options.CacheFolder is null || new FileInfo(PathOf(address)) is not { Exists: true } file)
            return null;
        var age = options.Time.GetUtcNow() - file.LastWriteTimeUtc;
        return age < options.CacheAge ? File.ReadAllBytes(file.FullName) : null;
    }

    /// <summary>Stores a reply.</summary>
    public void Keep(Uri address, byte[] reply)
    {
        if (options.CacheFolder is null)
            return;
        try
        {
            Directory.CreateDirectory(options.CacheFolder);
            AtomicFile.Write(PathOf(address), file =>
            {
                file.Write(reply);
                file.Flush();
                File.SetLastWriteTimeUtc(file.SafeFileHandle, options.Time.GetUtcNow().UtcDateTime);
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // If the home folder is not writable, as in some containers, the request is simply repeated.
        }
    }

    private string PathOf(Uri address) => Path.Combine(options.CacheFolder!,
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32]}.json");
}
