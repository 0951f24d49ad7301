namespace Notable.Imaging.Reading;

/// <summary>
/// Follows the Huffman codes of a scan without decoding pixels. Impossible coefficients, invalid codes and a wrong number of blocks mean
/// that data was lost or replaced; decoders silently continue after most of these.
/// </summary>
/// <param name="scan">The scan.</param>
internal sealed class JpegScanCheck(JpegScan scan)
{
    private readonly ScanComponent[] blocks =
    [
        .. scan.Components.SelectMany(one => Enumerable.Repeat(one, scan.Components.Count == 1 ? 1 : one.Component.Across * one.Component.Down)),
    ];

    /// <summary>Number of following blocks without coded coefficients.</summary>
    private int empty;

    /// <summary>
    /// Checks the Huffman codes between two restart markers, without decoding pixels. A unit is an MCU, or one block if the scan has one
    /// component.
    /// </summary>
    /// <param name="bits">The data.</param>
    /// <param name="from">Index of the first unit.</param>
    /// <param name="units">Number of units the data should contain.</param>
    /// <returns>Whether the data contains these units, and all codes are valid.</returns>
    public bool Follow(ref JpegBits bits, long from, long units)
    {
        empty = 0;
        foreach (var component in scan.Components)
            component.Mean = 0;
        for (var unit = from; unit < from + units; unit++)
        {
            foreach (var component in blocks)
                if (!Block(ref bits, component, unit))
                    return false;
            if (bits.IsPastEnd)
                return false;
        }
        return empty == 0;
    }

    private bool Block(ref JpegBits bits, ScanComponent component, long block)
    {
        if (scan.First > 0)
            return scan.IsRefinement ? Refine(ref bits, component, ref component.Component.Nonzero[block]) : Rest(ref bits, component, ref component.Component.Nonzero[block]);
        return (scan.IsRefinement ? SkipBit(ref bits) : Mean(ref bits, component)) && (scan.Last == 0 || component.Rest!.Skip(ref bits));
    }

    private static bool SkipBit(ref JpegBits bits)
    {
        bits.Load();
        bits.Skip(1);
        return true;
    }

    private bool Mean(ref JpegBits bits, ScanComponent component)
    {
        bits.Load();
        if (component.Dc!.Next(ref bits) is not (>= 0 and <= 11 and var size))
            return false;
        component.Mean += bits.TakeSigned(size);
        return !component.Limits.IsBeyond(0, component.Mean << scan.Shift);
    }

    private bool Rest(ref JpegBits bits, ScanComponent component, ref ulong nonzero)
    {
        if (empty > 0)
        {
            empty--;
            return true;
        }
        var (codes, limits) = (component.Ac!, component.Limits);
        for (var index = scan.First; index <= scan.Last; index++)
        {
            bits.Load();
            var symbol = codes.Next(ref bits);
            if (symbol < 0)
                return false;
            var (run, size) = (symbol >> 4, symbol & 15);
            if (size == 0 && run < 15)
            {
                empty = (1 << run) - 1 + bits.Take(run);
                return true;
            }
            index += run;
            if (index > scan.Last || limits.IsBeyond(index, bits.TakeSigned(size) << scan.Shift))
                return false;
            nonzero |= (size > 0 ? 1UL : 0) << index;
        }
        return true;
    }

    private bool Refine(ref JpegBits bits, ScanComponent component, ref ulong nonzero)
    {
        var index = scan.First;
        for (; empty == 0 && index <= scan.Last; index++)
        {
            bits.Load();
            var symbol = component.Ac!.Next(ref bits);
            var (run, size) = (symbol >> 4, symbol & 15);
            if (symbol < 0 || size > 1)
                return false;
            if (size == 0 && run < 15)
            {
                empty = (1 << run) + bits.Take(run);
                break;
            }
            bits.Skip(size);
            // Skips zeros; coefficients before the position that are not zero have one bit each.
            for (; index <= scan.Last && ((nonzero >> index & 1) != 0 || run-- > 0); index++)
                SkipIf(ref bits, nonzero, index);
            if (size > 0 && index > scan.Last)
                return false;
            nonzero |= (ulong)size << index;
        }
        if (empty == 0)
            return true;
        for (; index <= scan.Last; index++)
            SkipIf(ref bits, nonzero, index);
        empty--;
        return true;
    }

    private static void SkipIf(ref JpegBits bits, ulong nonzero, int index)
    {
        if ((nonzero >> index & 1) != 0)
            SkipBit(ref bits);
    }
}
