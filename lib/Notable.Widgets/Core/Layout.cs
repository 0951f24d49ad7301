namespace Notable.Widgets;

/// <summary>
/// How a widget takes its place: CSS box and flex properties, each written as in CSS (<c>"50%"</c>, <c>"2px solid"</c>).
/// </summary>
public sealed class Layout : Widget
{
    private static readonly WidgetAttribute<string?> alignContent =
        Attributes.OptionalText("align_content",
            "flex-start", "flex-end", "center", "space-between", "space-around", "space-evenly", "stretch", "inherit",
            "initial", "unset");
    private static readonly WidgetAttribute<string?> alignItems =
        Attributes.OptionalText("align_items",
            "flex-start", "flex-end", "center", "baseline", "stretch", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> alignSelf =
        Attributes.OptionalText("align_self",
            "auto", "flex-start", "flex-end", "center", "baseline", "stretch", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> borderBottom = Attributes.OptionalText("border_bottom");
    private static readonly WidgetAttribute<string?> borderLeft = Attributes.OptionalText("border_left");
    private static readonly WidgetAttribute<string?> borderRight = Attributes.OptionalText("border_right");
    private static readonly WidgetAttribute<string?> borderTop = Attributes.OptionalText("border_top");
    private static readonly WidgetAttribute<string?> bottom = Attributes.OptionalText("bottom");
    private static readonly WidgetAttribute<string?> display = Attributes.OptionalText("display");
    private static readonly WidgetAttribute<string?> flex = Attributes.OptionalText("flex");
    private static readonly WidgetAttribute<string?> flexFlow = Attributes.OptionalText("flex_flow");
    private static readonly WidgetAttribute<string?> gridArea = Attributes.OptionalText("grid_area");
    private static readonly WidgetAttribute<string?> gridAutoColumns = Attributes.OptionalText("grid_auto_columns");
    private static readonly WidgetAttribute<string?> gridAutoFlow =
        Attributes.OptionalText("grid_auto_flow", "column", "row", "row dense", "column dense", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> gridAutoRows = Attributes.OptionalText("grid_auto_rows");
    private static readonly WidgetAttribute<string?> gridColumn = Attributes.OptionalText("grid_column");
    private static readonly WidgetAttribute<string?> gridGap = Attributes.OptionalText("grid_gap");
    private static readonly WidgetAttribute<string?> gridRow = Attributes.OptionalText("grid_row");
    private static readonly WidgetAttribute<string?> gridTemplateAreas = Attributes.OptionalText("grid_template_areas");
    private static readonly WidgetAttribute<string?> gridTemplateColumns = Attributes.OptionalText("grid_template_columns");
    private static readonly WidgetAttribute<string?> gridTemplateRows = Attributes.OptionalText("grid_template_rows");
    private static readonly WidgetAttribute<string?> height = Attributes.OptionalText("height");
    private static readonly WidgetAttribute<string?> justifyContent =
        Attributes.OptionalText("justify_content",
            "flex-start", "flex-end", "center", "space-between", "space-around", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> justifyItems =
        Attributes.OptionalText("justify_items", "flex-start", "flex-end", "center", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> left = Attributes.OptionalText("left");
    private static readonly WidgetAttribute<string?> margin = Attributes.OptionalText("margin");
    private static readonly WidgetAttribute<string?> maxHeight = Attributes.OptionalText("max_height");
    private static readonly WidgetAttribute<string?> maxWidth = Attributes.OptionalText("max_width");
    private static readonly WidgetAttribute<string?> minHeight = Attributes.OptionalText("min_height");
    private static readonly WidgetAttribute<string?> minWidth = Attributes.OptionalText("min_width");
    private static readonly WidgetAttribute<string?> objectFit =
        Attributes.OptionalText("object_fit", "contain", "cover", "fill", "scale-down", "none");
    private static readonly WidgetAttribute<string?> objectPosition = Attributes.OptionalText("object_position");
    private static readonly WidgetAttribute<string?> order = Attributes.OptionalText("order");
    private static readonly WidgetAttribute<string?> overflow = Attributes.OptionalText("overflow");
    private static readonly WidgetAttribute<string?> padding = Attributes.OptionalText("padding");
    private static readonly WidgetAttribute<string?> right = Attributes.OptionalText("right");
    private static readonly WidgetAttribute<string?> top = Attributes.OptionalText("top");
    private static readonly WidgetAttribute<string?> visibility =
        Attributes.OptionalText("visibility", "visible", "hidden", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> width = Attributes.OptionalText("width");
    private static readonly WidgetModel model = new(
        ModelName.Base("LayoutModel"),
        ModelName.Base("LayoutView"),
        alignContent, alignItems, alignSelf, borderBottom, borderLeft, borderRight, borderTop, bottom, display, flex,
        flexFlow, gridArea, gridAutoColumns, gridAutoFlow, gridAutoRows, gridColumn, gridGap, gridRow,
        gridTemplateAreas, gridTemplateColumns, gridTemplateRows, height, justifyContent, justifyItems, left, margin,
        maxHeight, maxWidth, minHeight, minWidth, objectFit, objectPosition, order, overflow, padding, right, top,
        visibility, width);

    /// <summary>All properties are left to the front end.</summary>
    public Layout()
        : base(model)
    {
    }

    /// <summary>CSS align-content; null leaves it to the front end.</summary>
    public string? AlignContent { get => Get(alignContent); set => Set(alignContent, value); }

    /// <summary>CSS align-items; null leaves it to the front end.</summary>
    public string? AlignItems { get => Get(alignItems); set => Set(alignItems, value); }

    /// <summary>CSS align-self; null leaves it to the front end.</summary>
    public string? AlignSelf { get => Get(alignSelf); set => Set(alignSelf, value); }

    /// <summary>CSS border-bottom; null leaves it to the front end.</summary>
    public string? BorderBottom { get => Get(borderBottom); set => Set(borderBottom, value); }

    /// <summary>CSS border-left; null leaves it to the front end.</summary>
    public string? BorderLeft { get => Get(borderLeft); set => Set(borderLeft, value); }

    /// <summary>CSS border-right; null leaves it to the front end.</summary>
    public string? BorderRight { get => Get(borderRight); set => Set(borderRight, value); }

    /// <summary>CSS border-top; null leaves it to the front end.</summary>
    public string? BorderTop { get => Get(borderTop); set => Set(borderTop, value); }

    /// <summary>CSS bottom; null leaves it to the front end.</summary>
    public string? Bottom { get => Get(bottom); set => Set(bottom, value); }

    /// <summary>CSS display; null leaves it to the front end.</summary>
    public string? Display { get => Get(display); set => Set(display, value); }

    /// <summary>CSS flex; null leaves it to the front end.</summary>
    public string? Flex { get => Get(flex); set => Set(flex, value); }

    /// <summary>CSS flex-flow; null leaves it to the front end.</summary>
    public string? FlexFlow { get => Get(flexFlow); set => Set(flexFlow, value); }

    /// <summary>CSS grid-area; null leaves it to the front end.</summary>
    public string? GridArea { get => Get(gridArea); set => Set(gridArea, value); }

    /// <summary>CSS grid-auto-columns; null leaves it to the front end.</summary>
    public string? GridAutoColumns { get => Get(gridAutoColumns); set => Set(gridAutoColumns, value); }

    /// <summary>CSS grid-auto-flow; null leaves it to the front end.</summary>
    public string? GridAutoFlow { get => Get(gridAutoFlow); set => Set(gridAutoFlow, value); }

    /// <summary>CSS grid-auto-rows; null leaves it to the front end.</summary>
    public string? GridAutoRows { get => Get(gridAutoRows); set => Set(gridAutoRows, value); }

    /// <summary>CSS grid-column; null leaves it to the front end.</summary>
    public string? GridColumn { get => Get(gridColumn); set => Set(gridColumn, value); }

    /// <summary>CSS grid-gap; null leaves it to the front end.</summary>
    public string? GridGap { get => Get(gridGap); set => Set(gridGap, value); }

    /// <summary>CSS grid-row; null leaves it to the front end.</summary>
    public string? GridRow { get => Get(gridRow); set => Set(gridRow, value); }

    /// <summary>CSS grid-template-areas; null leaves it to the front end.</summary>
    public string? GridTemplateAreas { get => Get(gridTemplateAreas); set => Set(gridTemplateAreas, value); }

    /// <summary>CSS grid-template-columns; null leaves it to the front end.</summary>
    public string? GridTemplateColumns { get => Get(gridTemplateColumns); set => Set(gridTemplateColumns, value); }

    /// <summary>CSS grid-template-rows; null leaves it to the front end.</summary>
    public string? GridTemplateRows { get => Get(gridTemplateRows); set => Set(gridTemplateRows, value); }

    /// <summary>CSS height; null leaves it to the front end.</summary>
    public string? Height { get => Get(height); set => Set(height, value); }

    /// <summary>CSS justify-content; null leaves it to the front end.</summary>
    public string? JustifyContent { get => Get(justifyContent); set => Set(justifyContent, value); }

    /// <summary>CSS justify-items; null leaves it to the front end.</summary>
    public string? JustifyItems { get => Get(justifyItems); set => Set(justifyItems, value); }

    /// <summary>CSS left; null leaves it to the front end.</summary>
    public string? Left { get => Get(left); set => Set(left, value); }

    /// <summary>CSS margin; null leaves it to the front end.</summary>
    public string? Margin { get => Get(margin); set => Set(margin, value); }

    /// <summary>CSS max-height; null leaves it to the front end.</summary>
    public string? MaxHeight { get => Get(maxHeight); set => Set(maxHeight, value); }

    /// <summary>CSS max-width; null leaves it to the front end.</summary>
    public string? MaxWidth { get => Get(maxWidth); set => Set(maxWidth, value); }

    /// <summary>CSS min-height; null leaves it to the front end.</summary>
    public string? MinHeight { get => Get(minHeight); set => Set(minHeight, value); }

    /// <summary>CSS min-width; null leaves it to the front end.</summary>
    public string? MinWidth { get => Get(minWidth); set => Set(minWidth, value); }

    /// <summary>CSS object-fit; null leaves it to the front end.</summary>
    public string? ObjectFit { get => Get(objectFit); set => Set(objectFit, value); }

    /// <summary>CSS object-position; null leaves it to the front end.</summary>
    public string? ObjectPosition { get => Get(objectPosition); set => Set(objectPosition, value); }

    /// <summary>CSS order; null leaves it to the front end.</summary>
    public string? Order { get => Get(order); set => Set(order, value); }

    /// <summary>CSS overflow; null leaves it to the front end.</summary>
    public string? Overflow { get => Get(overflow); set => Set(overflow, value); }

    /// <summary>CSS padding; null leaves it to the front end.</summary>
    public string? Padding { get => Get(padding); set => Set(padding, value); }

    /// <summary>CSS right; null leaves it to the front end.</summary>
    public string? Right { get => Get(right); set => Set(right, value); }

    /// <summary>CSS top; null leaves it to the front end.</summary>
    public string? Top { get => Get(top); set => Set(top, value); }

    /// <summary>CSS visibility; null leaves it to the front end.</summary>
    public string? Visibility { get => Get(visibility); set => Set(visibility, value); }

    /// <summary>CSS width; null leaves it to the front end.</summary>
    public string? Width { get => Get(width); set => Set(width, value); }
}
