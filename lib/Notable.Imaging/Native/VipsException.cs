using System.Runtime.InteropServices;

namespace Notable.Imaging.Native;

/// <summary>libvips refused; the message is its own. Callers wrap it in a sentence for people.</summary>
/// <param name="message">What libvips said.</param>
internal sealed class VipsException(string message) : Exception(message)
{
    /// <summary>An exception with what libvips has to say now.</summary>
    public static VipsException FromLibrary(string doing) => new($"{doing}: {TakeMessage()}");

    /// <summary>
    /// Takes libvips' error text. The text is one for the whole process, so under concurrency it may hold another
    /// picture's error too: good for a log, never to decide by.
    /// </summary>
    public static string TakeMessage()
    {
        var text = LibVips.vips_error_buffer_copy();
        try
        {
            return Marshal.PtrToStringUTF8(text)?.Trim() is { Length: > 0 } message ? message : "no reason given";
        }
        finally
        {
            GLib.g_free(text);
        }
    }
}
