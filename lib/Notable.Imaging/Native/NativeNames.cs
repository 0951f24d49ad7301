using System.Reflection;
using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>
/// Finds libvips and the two GLib libraries it brings along, and libturbojpeg where there is one, under the names the systems give them.
/// </summary>
internal static class NativeNames
{
    public const string Vips = "vips", GObject = "gobject", GLib = "glib", TurboJpeg = "turbojpeg";

    private static readonly Dictionary<string, string[]> Candidates = new()
    {
        [Vips] = ["libvips.so.42", "libvips.42.dylib", "libvips-42.dll"],
        [GObject] = ["libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"],
        [GLib] = ["libglib-2.0.so.0", "libglib-2.0.0.dylib", "libglib-2.0-0.dll"],
        [TurboJpeg] = ["libturbojpeg.so.0", "libturbojpeg.0.dylib", "libturbojpeg.dll"],
    };

    /// <summary>Makes this assembly's imports look for <see cref="Candidates"/>.</summary>
    public static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeNames).Assembly,
        static (name, assembly, _) => Candidates.TryGetValue(name, out var names) ? Load(names, assembly) : 0);

    /// <summary>Whether a library is there.</summary>
    public static bool Has(string name) => Candidates[name].Any(file => NativeLibrary.TryLoad(file, typeof(NativeNames).Assembly, null, out _));

    /// <summary>The first of <paramref name="names"/> that can be loaded.</summary>
    /// <exception cref="DllNotFoundException">None can; says what to install and which names were tried.</exception>
    public static nint Load(IReadOnlyList<string> names, Assembly assembly)
    {
        foreach (var name in names)
            if (NativeLibrary.TryLoad(name, assembly, null, out var handle))
                return handle;
        throw new DllNotFoundException("Pictures are decoded by libvips, which this computer lacks. Install it with "
            + $"\"apt-get install libvips42\" (Debian, Ubuntu). Names tried: {string.Join(", ", names)}.");
    }
}
