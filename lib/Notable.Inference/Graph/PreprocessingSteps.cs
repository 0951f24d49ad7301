using Notable.Imaging;
using Onnx;

namespace Notable.Learning.Graphs;

/// <summary>
/// Adds the steps from a picture of any size to the network's input squares to a graph: <see cref="PictureResize"/> and <see cref="Views"/>.
/// </summary>
internal sealed class PreprocessingSteps(OnnxGraphBuilder nodes)
{
    private const int Rows = 2, Columns = 3;

    /// <summary>Converts a picture [1, 3, h, w] to squares [parts, 3, size, size] with integers from 0 to 255.</summary>
    public string Squares(string picture, PictureResize resize, Views views)
    {
        var whole = Square(picture, resize);
        if (views == Views.Whole)
            return whole;
        // The first and last three fifths of the long side, the full short side.
        var (height, width) = (Side(picture, Rows), Side(picture, Columns));
        var isWide = nodes.Add("Greater", [width, height]);
        var down = nodes.Add("Where", [isWide, height, Part(height)]);
        var across = nodes.Add("Where", [isWide, Part(width), width]);
        var first = Slice(picture, Zero(), Zero(), down, across);
        var last = Slice(picture, Minus(height, down), Minus(width, across), height, width);
        return nodes.Add("Concat", [whole, Square(first, resize), Square(last, resize)], ("axis", 0));
    }

    private string Square(string picture, PictureResize resize)
    {
        var (height, width) = (Side(picture, Rows), Side(picture, Columns));
        var square = resize.Method switch
        {
            ResizeMethod.Crop => CenterSquare(picture, height, width),
            ResizeMethod.Pad => Mirrored(Mirrored(picture, Rows, height, Longer(height, width)), Columns, width, Longer(height, width)),
            ResizeMethod.PadBlack => Black(picture, height, width),
            _ => picture,
        };
        // As in Pillow: along the rows, rounded to integers, then along the columns, rounded again.
        var (one, three, to) = (nodes.Constant([1L]), nodes.Constant([3L]), nodes.Constant([(long)resize.ResizeTo]));
        var across = Resized(square, nodes.Add("Concat", [one, three, Side(square, Rows), to], ("axis", 0)));
        var rounded = Resized(across, nodes.Add("Concat", [one, three, to, to], ("axis", 0)));
        var margin = (resize.ResizeTo - resize.Size) / 2;
        return margin == 0 && resize.ResizeTo == resize.Size
            ? rounded
            : nodes.Add("Slice", [rounded, nodes.Constant([margin, margin]), nodes.Constant([margin + resize.Size, margin + resize.Size]), nodes.Constant([Rows, Columns])]);
    }

    /// <summary>Resizes bilinearly with antialiasing; ONNX's default coordinates (half-pixel) are Pillow's.</summary>
    private string Resized(string picture, string sizes) => nodes.Add("Clip",
        [nodes.Add("Round", [nodes.Add("Resize", [picture, "", "", sizes], ("mode", "linear"), ("antialias", 1))]), nodes.Constant([0f]), nodes.Constant([255f])]);

    private string CenterSquare(string picture, string height, string width)
    {
        var side = nodes.Add("Min", [height, width]);
        var (top, left) = (Half(Minus(height, side)), Half(Minus(width, side)));
        return Slice(picture, top, left, nodes.Add("Add", [top, side]), nodes.Add("Add", [left, side]));
    }

    /// <summary>Centers the picture along one axis on a longer side, and fills both ends with its reflection.</summary>
    private string Mirrored(string picture, int axis, string from, string to)
    {
        var (zero, one) = (Scalar(0), Scalar(1));
        var (size, longer) = (AsScalar(from), AsScalar(to));
        var before = nodes.Add("Div", [Minus(longer, size), Scalar(2)]);
        var places = Minus(nodes.Add("Range", [zero, longer, one]), before);
        var period = nodes.Add("Max", [nodes.Add("Mul", [Minus(size, one), Scalar(2)]), one]);
        var phase = nodes.Add("Mod", [nodes.Add("Abs", [places]), period]);
        return nodes.Add("Gather", [picture, nodes.Add("Min", [phase, Minus(period, phase), Minus(size, one)])], ("axis", axis));
    }

    private string Black(string picture, string height, string width)
    {
        var side = Longer(height, width);
        var (top, left) = (Half(Minus(side, height)), Half(Minus(side, width)));
        var none = nodes.Constant([0L, 0L]);
        var pads = nodes.Add("Concat", [none, top, left, none, Minus(Minus(side, height), top), Minus(Minus(side, width), left)], ("axis", 0));
        return nodes.Add("Pad", [picture, pads, nodes.Constant([0f])], ("mode", "constant"));
    }

    // Sizes are [1] int64.
    private string Side(string picture, int axis) => nodes.Add("Shape", [picture], ("start", axis), ("end", axis + 1));

    private string Longer(string height, string width) => nodes.Add("Max", [height, width]);

    private string Part(string side) => nodes.Add(
        "Div", [nodes.Add("Add", [nodes.Add("Mul", [side, nodes.Constant([3L])]), nodes.Constant([4L])]), nodes.Constant([5L])]);

    private string Half(string length) => nodes.Add("Div", [length, nodes.Constant([2L])]);

    private string Minus(string first, string second) => nodes.Add("Sub", [first, second]);

    private string Zero() => nodes.Constant([0L]);

    private string Scalar(long value) => nodes.Constant([value], isScalar: true);

    private string AsScalar(string length) => nodes.Add("Squeeze", [length, Zero()]);

    private string Slice(string picture, string top, string left, string bottom, string right) => nodes.Add("Slice",
        [picture, nodes.Add("Concat", [top, left], ("axis", 0)), nodes.Add("Concat", [bottom, right], ("axis", 0)), nodes.Constant([Rows, Columns])]);
}
