namespace Notable.Imaging.Reading;

/// <summary>A channel in a scan, with the tables that the scan uses for it.</summary>
/// <param name="Component">The channel.</param>
/// <param name="Dc">The codes of the blocks' means (DC coefficients); null if the scan has none.</param>
/// <param name="Ac">The codes of the other (AC) coefficients; null if the scan has none.</param>
/// <param name="Limits">The largest coefficients.</param>
/// <param name="Rest">Skips the AC coefficients of a sequential block; null in a progressive file.</param>
internal sealed record ScanComponent(JpegComponent Component, JpegHuffmanTable? Dc, JpegHuffmanTable? Ac, JpegCoefficientLimits Limits, JpegBlockSkipper? Rest)
{
    /// <summary>The last block's mean; the next one is stored as a difference to it.</summary>
    public int Mean { get; set; }
}

/// <summary>A scan: its channels, its range of coefficients, and their precision (ISO/IEC 10918-1, B.2.3).</summary>
/// <param name="Components">The channels.</param>
/// <param name="First">The first coefficient, 0 to 63 in zigzag order.</param>
/// <param name="Last">The last coefficient.</param>
/// <param name="IsRefinement">Whether it adds a bit to coefficients of earlier scans.</param>
/// <param name="Shift">Position of its lowest bit.</param>
/// <param name="Units">Number of interleaved units, or of blocks if there is one channel.</param>
internal sealed record JpegScan(IReadOnlyList<ScanComponent> Components, int First, int Last, bool IsRefinement, int Shift, long Units)
{
    /// <summary>Reads a scan's header; null if it is invalid or a table is missing.</summary>
    public static JpegScan? Read(ReadOnlySpan<byte> content, JpegFrame frame, JpegTables tables)
    {
        var count = content.Length > 0 ? content[0] : 0;
        if (count is 0 or > 4 || content.Length < 4 + 2 * count)
            return null;
        var (first, last, bits) = frame.IsProgressive ? (content[1 + 2 * count], content[2 + 2 * count], content[3 + 2 * count]) : ((byte)0, (byte)63, (byte)0);
        if (first > last || last > 63 || (bits & 15) > 13 || (frame.IsProgressive && (first == 0 ? last > 0 : count > 1)))
            return null;
        var components = new List<ScanComponent>();
        for (var i = 0; i < count; i++)
        {
            var (id, codes) = (content[1 + 2 * i], content[2 + 2 * i]);
            if (frame.Components.FirstOrDefault(one => one.Id == id) is not { } component || codes >> 4 > 3 || (codes & 15) > 3
                || tables.Limits(component.Quantization) is not { } limits)
                return null;
            var (dc, ac) = (tables.Dc[codes >> 4], tables.Ac[codes & 15]);
            if ((first == 0 && bits >> 4 == 0 && dc is null) || (last > 0 && ac is null))
                return null;
            var rest = frame.IsProgressive ? null : components.FirstOrDefault(one => one.Ac == ac && one.Limits == limits)?.Rest ?? new(ac!, limits);
            components.Add(new(component, dc, ac, limits, rest));
        }
        return new(components, first, last, bits >> 4 > 0, bits & 15, count == 1 ? components[0].Component.Blocks : frame.Units);
    }
}
