namespace Notable.Learning;

/// <summary>A color as three bytes.</summary>
internal readonly record struct Color(byte Red, byte Green, byte Blue)
{
    /// <summary>Draws a random color, more often a dull one.</summary>
    public static Color Draw(Random random)
    {
        var gray = (byte)random.Next(10, 246);
        return new Color(gray, gray, gray).Near(spread: random.Chance(0.7) ? 30 : 200, random);
    }

    /// <summary>Returns a random color whose channels differ by at most <paramref name="spread"/>.</summary>
    public Color Near(int spread, Random random)
    {
        return new(Moved(Red), Moved(Green), Moved(Blue));

        byte Moved(byte value) => (byte)Math.Clamp(value + random.Next(-spread, spread + 1), 0, 255);
    }

    /// <summary>Writes the three bytes.</summary>
    public void CopyTo(Span<byte> pixel) => (pixel[0], pixel[1], pixel[2]) = (Red, Green, Blue);
}
