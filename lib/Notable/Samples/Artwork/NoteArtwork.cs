using Notable.Imaging;
using Notable.Samples.Drawing;

namespace Notable.Samples.Artwork;

/// <summary>Draws a sample note, flat and upright. Original artwork that copies no country's note.</summary>
internal sealed class NoteArtwork
{
    /// <summary>Size of the artwork in pixels.</summary>
    public const int Width = 840, Height = 360;

    private const double MiddleY = Height / 2.0;

    private readonly InkCanvas canvas = new(Width, Height);
    private readonly NoteDesign design;
    private readonly string numeral;
    private readonly double ovalX, numeralX;

    private NoteArtwork(NoteDesign design)
    {
        this.design = design;
        numeral = design.Denomination == 50 ? "50" : "100";
        (ovalX, numeralX) = design.Denomination == 50 ? (280, 560) : (590, 290);
    }

    /// <summary>Draws a note.</summary>
    public static Picture Draw(NoteDesign design)
    {
        var artwork = new NoteArtwork(design);
        artwork.DrawPaper();
        artwork.DrawFrame();
        artwork.DrawNumeral();
        artwork.DrawOval();
        artwork.DrawCorners();
        return artwork.canvas.ToPicture();
    }

    private void DrawPaper()
    {
        var light = design.Paper.Towards(Ink.White, 0.35);
        canvas.FillColumns(x => light.Towards(design.Paper, Math.Abs(x - ovalX) / Width * 1.6));
        for (var line = 0; line < 15; line++)
        {
            var swing = line % 2 == 0 ? design.WaveHeight : -design.WaveHeight;
            canvas.Fill(Ornaments.Wave(40, Width - 40, 50 + line * 18.5, 62, swing, 1.6), design.Ink, 0.26);
        }
    }

    private void DrawFrame()
    {
        canvas.Fill(Ornaments.Frame(14, 14, Width - 14, Height - 14, 7), design.Ink);
        canvas.Fill(Ornaments.Frame(25, 25, Width - 25, Height - 25, 2), design.Ink, 0.8);
        if (design.Denomination == 50)
            DrawRibbons();
        else
            DrawBand();
    }

    /// <summary>Draws the feature of the 50: a ribbon along the upper and the lower edge.</summary>
    private void DrawRibbons()
    {
        foreach (var top in (double[])[34, Height - 56])
        {
            canvas.Fill(new Rectangle(170, top, Width - 170, top + 22), design.Accent, 0.55);
            canvas.Fill(Ornaments.Wave(176, Width - 176, top + 11, 22, 6, 2), Ink.White, 0.7);
        }
    }

    /// <summary>Draws the feature of the 100: a band from top to bottom between numeral and oval.</summary>
    private void DrawBand()
    {
        canvas.Fill(new Rectangle(430, 29, 462, Height - 29), design.Accent, 0.75);
        for (var y = 44.0; y < Height - 40; y += 16)
            canvas.Fill(new Ellipse(446, y, 8, 4.5), Ink.White, 0.6);
    }

    private void DrawNumeral()
    {
        foreach (var ring in Ornaments.Rosette(numeralX, MiddleY - 12, 74, 46))
            canvas.Fill(ring, design.Accent, 0.3);
        var strokes = Glyphs.Text(numeral, numeralX, MiddleY - 12, 104).ToList();
        canvas.Fill(new Stroke(strokes, 27), design.Ink);
        canvas.Fill(new Stroke(strokes, 18), design.Paper.Towards(Ink.White, 0.5));
        canvas.Fill(new Stroke(strokes, 11), design.Accent.Towards(design.Ink, 0.35));
        canvas.Fill(new Stroke(Glyphs.Text("SAMPLE", numeralX, MiddleY + 92, 27), 5), design.Ink);
    }

    private void DrawOval()
    {
        var oval = new Ellipse(ovalX, MiddleY, 84, 112);
        canvas.Fill(new Ellipse(ovalX, MiddleY, 98, 126), design.Ink);
        canvas.Fill(new Ellipse(ovalX, MiddleY, 93, 121), design.Paper);
        canvas.Fill(new Ellipse(ovalX, MiddleY, 88, 116), design.Accent);
        canvas.Fill(oval, design.Paper.Towards(design.Accent, 0.3));
        var figure = design.Ink.Times(0.8);
        canvas.Fill(new Overlap(new Ellipse(ovalX, MiddleY + 118, 78, 84), oval), figure);
        canvas.Fill(new Rectangle(ovalX - 19, MiddleY, ovalX + 19, MiddleY + 54), figure);
        canvas.Fill(new Ellipse(ovalX, MiddleY - 20, 40, 50), figure);
    }

    private void DrawCorners()
    {
        var half = Glyphs.WidthOf(numeral, 34) / 2 + 20;
        foreach (var x in (double[])[34 + half, Width - 34 - half])
            foreach (var y in (double[])[66, Height - 66])
            {
                canvas.Fill(new Ellipse(x, y, half, 36), design.Ink);
                canvas.Fill(new Stroke(Glyphs.Text(numeral, x, y, 34), 7), design.Paper.Towards(Ink.White, 0.6));
            }
    }
}
