using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>Relative paths to the app's root, so that pages work behind proxies with any path prefix.</summary>
internal static class RootPath
{
    /// <summary>Returns an empty text for <c>/</c>, <c>../</c> for <c>/render/app.ipynb</c>.</summary>
    public static string From(PathString path) =>
        string.Concat(Enumerable.Repeat("../", Math.Max(0, (path.Value ?? "").Count(character => character == '/') - 1)));
}
