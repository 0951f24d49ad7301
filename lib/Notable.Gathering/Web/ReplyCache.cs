using Notable.Shared;
using System.Security.Cryptography;
using System.Text;

namespace Notable.Gathering;

/// <summary>Replies of search services on disk, by the address that was asked. Keys travel in headers and are never kept.</summary>
internal sealed class ReplyCache(SearchOptions options)
{
    /// <summary><c>searches</c> in <see cref="CacheFolder"/>.</summary>
    public static string DefaultFolder => Path.Combine(CacheFolder.Path, "searches");

    /// <summary>The reply to that address, if it is fresh.</summary>
    public byte[]? Find(Uri address)
    {
        if (options.CacheFolder is null || new FileInfo(PathOf(address)) is not { Exists: true } file)
            return null;
        var age = options.Time.GetUtcNow() - file.LastWriteTimeUtc;
        return age < options.CacheAge ? File.ReadAllBytes(file.FullName) : null;
    }

    /// <summary>Keeps a reply.</summary>
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
            // a home that cannot be written, as in some containers, costs a second request and no more
        }
    }

    private string PathOf(Uri address) => Path.Combine(options.CacheFolder!,
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)))[..32]}.json");
}
