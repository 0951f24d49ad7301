using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>GLib's typed value: a type number and two machine words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    /// <summary>GLib's fundamental types that libvips' options use (their number times four).</summary>
    public const nuint Boolean = 5 << 2, Int = 6 << 2, Double = 15 << 2, Object = 20 << 2;

    private nuint type;
    private ulong first, second;
}

/// <summary>The functions of GLib and GObject that drive a libvips operation without C's variable argument lists.</summary>
internal static partial class GLib
{
    [LibraryImport(NativeNames.GObject)]
    public static partial nint g_value_init(ref GValue value, nuint type);

    [LibraryImport(NativeNames.GObject)]
    public static partial void g_value_unset(ref GValue value);

    [LibraryImport(NativeNames.GObject)]
    public static partial void g_value_set_int(ref GValue value, int number);

    [LibraryImport(NativeNames.GObject)]
    public static partial void g_value_set_double(ref GValue value, double number);

    [LibraryImport(NativeNames.GObject)]
    public static partial void g_value_set_object(ref GValue value, VipsImage instance);

    [LibraryImport(NativeNames.GObject)]
    public static partial void g_value_set_boxed(ref GValue value, nint boxed);

    [LibraryImport(NativeNames.GObject)]
    public static partial nint g_value_dup_object(ref GValue value);

    [LibraryImport(NativeNames.GObject)]
    public static partial nint g_value_get_boxed(ref GValue value);

    [LibraryImport(NativeNames.GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_set_property(VipsOperation instance, string name, ref GValue value);

    [LibraryImport(NativeNames.GObject, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void g_object_get_property(VipsOperation instance, string name, ref GValue value);

    [LibraryImport(NativeNames.GObject)]
    public static partial void g_object_unref(nint instance);

    [LibraryImport(NativeNames.GLib)]
    public static partial void g_free(nint memory);

    [LibraryImport(NativeNames.GLib, StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial uint g_log_set_handler(
        string domain, int levels, delegate* unmanaged<nint, int, nint, nint, void> handler, nint data);
}
