namespace Notable.AppHost.Assets;

/// <summary>A file of the page's bundle with its compressed forms.</summary>
/// <param name="Name">The file's name below <c>static/</c>.</param>
/// <param name="ContentType">Its mime type.</param>
/// <param name="IsImmutable">Whether the name changes with the content, so that browsers can cache it permanently.</param>
/// <param name="Plain">The uncompressed bytes.</param>
/// <param name="Brotli">The bytes compressed for <c>Content-Encoding: br</c>.</param>
/// <param name="Gzip">The bytes compressed for <c>Content-Encoding: gzip</c>.</param>
internal sealed record WebFile(string Name, string ContentType, bool IsImmutable, byte[] Plain, byte[] Brotli, byte[] Gzip);
