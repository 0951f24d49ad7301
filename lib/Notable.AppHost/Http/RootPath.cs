using Microsoft.AspNetCore.Http;

namespace Notable.AppHost.Http;

/// <summary>Relative ways to the app's root: pages that use them work behind any proxy, whatever path it shows them below.</summary>
internal static class RootPath
{
    /// <summary>Empty for <c>/</c>, <c>../</c> for <c>/render/app.ipynb</c>.</summary>
    public static string From(PathString path) =>
        string.Concat(Enumerable.Repeat("../", Math.Max(0, (path.Value ?? "").Count(character => character == '/') - 1)));
}
