namespace Notable.Learning;

/// <summary>A colour as three bytes.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Any colour; more often a dull one, as most of the world is.</summary>
    public static Colour Draw(Random random)
    {
        var grey = (byte)random.Next(10, 246);
        return new Colour(grey, grey, grey).Near(spread: random.Chance(0.7) ? 30 : 200, random);
    }

    /// <summary>A colour whose parts differ by at most <paramref name="spread"/>.</summary>
    public Colour Near(int spread, Random random)
    {
        return new(Moved(Red), Moved(Green), Moved(Blue));

        byte Moved(byte value) => (byte)Math.Clamp(value + random.Next(-spread, spread + 1), 0, 255);
    }

    /// <summary>Writes the three bytes.</summary>
    public void CopyTo(Span<byte> pixel) => (pixel[0], pixel[1], pixel[2]) = (Red, Green, Blue);
}
