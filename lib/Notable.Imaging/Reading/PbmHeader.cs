namespace Notable.Imaging.Reading;

/// <summary>The header of a Netpbm file, P1 to P6: PBM (black and white), PGM (gray), PPM (color), as text or binary.</summary>
internal static class PbmHeader
{
    private const int LargestSide = 1 << 20;

    /// <summary>Returns whether a file starts like one.</summary>
    public static bool IsOne(ReadOnlySpan<byte> file) => file is [(byte)'P', >= (byte)'1' and <= (byte)'6', var next, ..] && (IsSpace(next) || next == '#') && Read(file) is not null;

    /// <summary>Reads the header; null if it is truncated or invalid.</summary>
    public static RawHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 3)
            return null;
        var kind = file[1] - '0';
        var at = 2;
        var (width, height) = (Number(file, ref at), Number(file, ref at));
        var largest = kind is 1 or 4 ? 1 : Number(file, ref at);
        if (width is < 1 or > LargestSide || height is < 1 or > LargestSide || largest is < 1 or > 65535)
            return null;
        var samples = (long)width * height * (kind is 3 or 6 ? 3 : 1);
        // Binary data follows after one white-space character.
        var isComplete = kind <= 3 ? Written(file[at..], kind == 1) >= samples
            : file.Length - at - 1 >= (kind == 4 ? (width + 7L) / 8 * height : samples * (largest > 255 ? 2 : 1));
        return new(width, height, kind is 3 or 6 ? PictureColor.Rgb : PictureColor.Gray, largest > 255 ? 16 : 8, HasAlpha: false, isComplete);
    }

    /// <summary>Counts the samples written as text; in P1 each digit is a sample, otherwise each number.</summary>
    private static long Written(ReadOnlySpan<byte> text, bool isEachDigit)
    {
        var (count, isInside) = (0L, false);
        foreach (var value in text)
        {
            var isDigit = value is >= (byte)'0' and <= (byte)'9';
            count += isDigit && (isEachDigit || !isInside) ? 1 : 0;
            isInside = isDigit;
        }
        return count;
    }

    /// <summary>Reads the next number of the header; -1 if there is none. Comments run from # to the end of the line.</summary>
    private static int Number(ReadOnlySpan<byte> file, ref int at)
    {
        while (at < file.Length && (IsSpace(file[at]) || file[at] == '#'))
            if (file[at++] == '#')
                while (at < file.Length && file[at] is not ((byte)'\n' or (byte)'\r'))
                    at++;
        var number = -1;
        for (; at < file.Length && file[at] is >= (byte)'0' and <= (byte)'9' && number < 1 << 24; at++)
            number = Math.Max(0, number) * 10 + file[at] - '0';
        return number;
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (>= 9 and <= 13);
}
