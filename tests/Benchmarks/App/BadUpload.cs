namespace Benchmarks.App;

/// <summary>Files that are no sound photo: flipped bytes, cut short, something else altogether.</summary>
internal static class BadUpload
{
    private static readonly byte[][] others = ["<!DOCTYPE html><p>no photo"u8.ToArray(), "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), [], "%PDF-1.7"u8.ToArray(), new byte[4096]];

    public static byte[] Of(byte[] photo, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                return others[random.Next(others.Length)];
            case 1:
                return photo[..random.Next(photo.Length)];
            default:
                var changed = (byte[])photo.Clone();
                // Half of the changes hit the head, which decoders trust most.
                for (var flips = random.Next(1, 40); flips > 0; flips--)
                    changed[random.Next(random.Next(2) == 0 ? Math.Min(1024, changed.Length) : changed.Length)] = (byte)random.Next(256);
                return changed;
        }
    }
}
