namespace Notable.Display.Figures;

/// <summary>The rectangle between the axes, in pixels.</summary>
internal readonly record struct PlotArea(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;
}
