using System.Text;

namespace Notable.Cli.Tests;

/// <summary>The native half, damaged in one known way.</summary>
internal static class Broken
{
    /// <summary>Copies it so that it asks for a library that is not on this machine, in place of <paramref name="library"/>.</summary>
    public static void CopyWithout(string library, string target)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "libNotableTorch.so"));
        var at = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(library));
        Assert.True(at > 0, $"the native half does not name {library}");
        bytes[at + 3] = (byte)'X';
        File.Delete(target);
        File.WriteAllBytes(target, bytes);
    }
}
