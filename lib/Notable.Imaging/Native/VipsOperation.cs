using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>One libvips operation: named, given its options, run, asked for its outputs.</summary>
internal sealed class VipsOperation : SafeHandle
{
    private readonly string nickname;

    /// <summary>Names the operation to run.</summary>
    /// <exception cref="VipsException">This libvips has no such operation.</exception>
    public VipsOperation(string nickname) : base(0, ownsHandle: true)
    {
        this.nickname = nickname;
        VipsRuntime.Require();
        SetHandle(LibVips.vips_operation_new(nickname));
        if (IsInvalid)
            throw VipsException.FromLibrary(nickname);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>Sets a number, switch (0 or 1) or choice; GLib turns the number into the option's own type.</summary>
    public VipsOperation With(string option, int number) =>
        Set(option, GValue.Int, number, static (ref value, number) => GLib.g_value_set_int(ref value, number));

    /// <inheritdoc cref="With(string, int)"/>
    public VipsOperation With(string option, double number) =>
        Set(option, GValue.Double, number, static (ref value, number) => GLib.g_value_set_double(ref value, number));

    /// <summary>Sets an image to work on.</summary>
    public VipsOperation With(string option, VipsImage image) =>
        Set(option, GValue.Object, image, static (ref value, image) => GLib.g_value_set_object(ref value, image));

    /// <summary>Sets bytes to read; the caller keeps them pinned until every image made from them is disposed.</summary>
    public VipsOperation With(string option, nint data, int length)
    {
        var blob = LibVips.vips_blob_new(0, data, (nuint)length);
        try
        {
            return Set(option, LibVips.vips_blob_get_type(), blob,
                static (ref value, blob) => GLib.g_value_set_boxed(ref value, blob));
        }
        finally
        {
            LibVips.vips_area_unref(blob);
        }
    }

    /// <summary>Runs the operation; for a loader this reads the header only.</summary>
    /// <exception cref="VipsException">It failed.</exception>
    public VipsOperation Run()
    {
        var built = LibVips.vips_cache_operation_build(this);
        if (built == 0)
            throw VipsException.FromLibrary(nickname);
        // The cache may answer with another operation than ours; either way the reference is now on what it returned.
        var asked = handle;
        SetHandle(built);
        GLib.g_object_unref(asked);
        return this;
    }

    /// <summary>An image the operation made.</summary>
    public VipsImage Image(string output)
    {
        var value = default(GValue);
        GLib.g_value_init(ref value, GValue.Object);
        GLib.g_object_get_property(this, output, ref value);
        var image = new VipsImage(GLib.g_value_dup_object(ref value));
        GLib.g_value_unset(ref value);
        return image;
    }

    /// <summary>A copy of the bytes the operation made.</summary>
    public unsafe byte[] Bytes(string output)
    {
        var value = default(GValue);
        GLib.g_value_init(ref value, LibVips.vips_blob_get_type());
        GLib.g_object_get_property(this, output, ref value);
        var data = LibVips.vips_blob_get(GLib.g_value_get_boxed(ref value), out var length);
        var bytes = new ReadOnlySpan<byte>((void*)data, checked((int)length)).ToArray();
        GLib.g_value_unset(ref value);
        return bytes;
    }

    protected override bool ReleaseHandle()
    {
        LibVips.vips_object_unref_outputs(handle);
        GLib.g_object_unref(handle);
        return true;
    }

    private delegate void Setter<in T>(ref GValue value, T content);

    private VipsOperation Set<T>(string option, nuint type, T content, Setter<T> set)
    {
        var value = default(GValue);
        GLib.g_value_init(ref value, type);
        set(ref value, content);
        GLib.g_object_set_property(this, option, ref value);
        GLib.g_value_unset(ref value);
        return this;
    }
}
