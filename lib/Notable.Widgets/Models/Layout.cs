// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>
/// The size and position of a widget: CSS box, flex and grid properties in CSS notation (<c>"50%"</c>, <c>"2px solid"</c>);
/// null for the front end's default.
/// </summary>
public sealed partial class Layout : Widget
{
    private static readonly WidgetAttribute<string?> alignContent =
        Attributes.OptionalText("align_content", null, "flex-start", "flex-end", "center", "space-between", "space-around", "space-evenly", "stretch", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> alignItems =
        Attributes.OptionalText("align_items", null, "flex-start", "flex-end", "center", "baseline", "stretch", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> alignSelf =
        Attributes.OptionalText("align_self", null, "auto", "flex-start", "flex-end", "center", "baseline", "stretch", "inherit", "initial", "unset");
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
        Attributes.OptionalText("grid_auto_flow", null, "column", "row", "row dense", "column dense", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> gridAutoRows = Attributes.OptionalText("grid_auto_rows");
    private static readonly WidgetAttribute<string?> gridColumn = Attributes.OptionalText("grid_column");
    private static readonly WidgetAttribute<string?> gridGap = Attributes.OptionalText("grid_gap");
    private static readonly WidgetAttribute<string?> gridRow = Attributes.OptionalText("grid_row");
    private static readonly WidgetAttribute<string?> gridTemplateAreas = Attributes.OptionalText("grid_template_areas");
    private static readonly WidgetAttribute<string?> gridTemplateColumns = Attributes.OptionalText("grid_template_columns");
    private static readonly WidgetAttribute<string?> gridTemplateRows = Attributes.OptionalText("grid_template_rows");
    private static readonly WidgetAttribute<string?> height = Attributes.OptionalText("height");
    private static readonly WidgetAttribute<string?> justifyContent =
        Attributes.OptionalText("justify_content", null, "flex-start", "flex-end", "center", "space-between", "space-around", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> justifyItems =
        Attributes.OptionalText("justify_items", null, "flex-start", "flex-end", "center", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> left = Attributes.OptionalText("left");
    private static readonly WidgetAttribute<string?> margin = Attributes.OptionalText("margin");
    private static readonly WidgetAttribute<string?> maxHeight = Attributes.OptionalText("max_height");
    private static readonly WidgetAttribute<string?> maxWidth = Attributes.OptionalText("max_width");
    private static readonly WidgetAttribute<string?> minHeight = Attributes.OptionalText("min_height");
    private static readonly WidgetAttribute<string?> minWidth = Attributes.OptionalText("min_width");
    private static readonly WidgetAttribute<string?> objectFit =
        Attributes.OptionalText("object_fit", null, "contain", "cover", "fill", "scale-down", "none");
    private static readonly WidgetAttribute<string?> objectPosition = Attributes.OptionalText("object_position");
    private static readonly WidgetAttribute<string?> order = Attributes.OptionalText("order");
    private static readonly WidgetAttribute<string?> overflow = Attributes.OptionalText("overflow");
    private static readonly WidgetAttribute<string?> padding = Attributes.OptionalText("padding");
    private static readonly WidgetAttribute<string?> right = Attributes.OptionalText("right");
    private static readonly WidgetAttribute<string?> top = Attributes.OptionalText("top");
    private static readonly WidgetAttribute<string?> visibility =
        Attributes.OptionalText("visibility", null, "visible", "hidden", "inherit", "initial", "unset");
    private static readonly WidgetAttribute<string?> width = Attributes.OptionalText("width");
    private static readonly WidgetModel model = new(
        ModelName.Base("LayoutModel"),
        ModelName.Base("LayoutView"),
        [alignContent, alignItems, alignSelf, borderBottom, borderLeft, borderRight, borderTop, bottom, display, flex,
         flexFlow, gridArea, gridAutoColumns, gridAutoFlow, gridAutoRows, gridColumn, gridGap, gridRow, gridTemplateAreas,
         gridTemplateColumns, gridTemplateRows, height, justifyContent, justifyItems, left, margin, maxHeight, maxWidth,
         minHeight, minWidth, objectFit, objectPosition, order, overflow, padding, right, top, visibility, width]);

    /// <summary>Creates the widget with the front end's defaults.</summary>
    public Layout()
        : base(model)
    {
    }

    /// <summary>
    /// The align-content CSS attribute. One of <c>flex-start</c>, <c>flex-end</c>, <c>center</c>, <c>space-between</c>,
    /// <c>space-around</c>, <c>space-evenly</c>, <c>stretch</c>, <c>inherit</c>, <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? AlignContent { get => Get(alignContent); set => Set(alignContent, value); }

    /// <summary>
    /// The align-items CSS attribute. One of <c>flex-start</c>, <c>flex-end</c>, <c>center</c>, <c>baseline</c>,
    /// <c>stretch</c>, <c>inherit</c>, <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? AlignItems { get => Get(alignItems); set => Set(alignItems, value); }

    /// <summary>
    /// The align-self CSS attribute. One of <c>auto</c>, <c>flex-start</c>, <c>flex-end</c>, <c>center</c>, <c>baseline</c>,
    /// <c>stretch</c>, <c>inherit</c>, <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? AlignSelf { get => Get(alignSelf); set => Set(alignSelf, value); }

    /// <summary>The border bottom CSS attribute.</summary>
    public string? BorderBottom { get => Get(borderBottom); set => Set(borderBottom, value); }

    /// <summary>The border left CSS attribute.</summary>
    public string? BorderLeft { get => Get(borderLeft); set => Set(borderLeft, value); }

    /// <summary>The border right CSS attribute.</summary>
    public string? BorderRight { get => Get(borderRight); set => Set(borderRight, value); }

    /// <summary>The border top CSS attribute.</summary>
    public string? BorderTop { get => Get(borderTop); set => Set(borderTop, value); }

    /// <summary>The bottom CSS attribute.</summary>
    public string? Bottom { get => Get(bottom); set => Set(bottom, value); }

    /// <summary>The display CSS attribute.</summary>
    public string? Display { get => Get(display); set => Set(display, value); }

    /// <summary>The flex CSS attribute.</summary>
    public string? Flex { get => Get(flex); set => Set(flex, value); }

    /// <summary>The flex-flow CSS attribute.</summary>
    public string? FlexFlow { get => Get(flexFlow); set => Set(flexFlow, value); }

    /// <summary>The grid-area CSS attribute.</summary>
    public string? GridArea { get => Get(gridArea); set => Set(gridArea, value); }

    /// <summary>The grid-auto-columns CSS attribute.</summary>
    public string? GridAutoColumns { get => Get(gridAutoColumns); set => Set(gridAutoColumns, value); }

    /// <summary>
    /// The grid-auto-flow CSS attribute. One of <c>column</c>, <c>row</c>, <c>row dense</c>, <c>column dense</c>,
    /// <c>inherit</c>, <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? GridAutoFlow { get => Get(gridAutoFlow); set => Set(gridAutoFlow, value); }

    /// <summary>The grid-auto-rows CSS attribute.</summary>
    public string? GridAutoRows { get => Get(gridAutoRows); set => Set(gridAutoRows, value); }

    /// <summary>The grid-column CSS attribute.</summary>
    public string? GridColumn { get => Get(gridColumn); set => Set(gridColumn, value); }

    /// <summary>The grid-gap CSS attribute.</summary>
    public string? GridGap { get => Get(gridGap); set => Set(gridGap, value); }

    /// <summary>The grid-row CSS attribute.</summary>
    public string? GridRow { get => Get(gridRow); set => Set(gridRow, value); }

    /// <summary>The grid-template-areas CSS attribute.</summary>
    public string? GridTemplateAreas { get => Get(gridTemplateAreas); set => Set(gridTemplateAreas, value); }

    /// <summary>The grid-template-columns CSS attribute.</summary>
    public string? GridTemplateColumns { get => Get(gridTemplateColumns); set => Set(gridTemplateColumns, value); }

    /// <summary>The grid-template-rows CSS attribute.</summary>
    public string? GridTemplateRows { get => Get(gridTemplateRows); set => Set(gridTemplateRows, value); }

    /// <summary>The height CSS attribute.</summary>
    public string? Height { get => Get(height); set => Set(height, value); }

    /// <summary>
    /// The justify-content CSS attribute. One of <c>flex-start</c>, <c>flex-end</c>, <c>center</c>, <c>space-between</c>,
    /// <c>space-around</c>, <c>inherit</c>, <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? JustifyContent { get => Get(justifyContent); set => Set(justifyContent, value); }

    /// <summary>
    /// The justify-items CSS attribute. One of <c>flex-start</c>, <c>flex-end</c>, <c>center</c>, <c>inherit</c>,
    /// <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? JustifyItems { get => Get(justifyItems); set => Set(justifyItems, value); }

    /// <summary>The left CSS attribute.</summary>
    public string? Left { get => Get(left); set => Set(left, value); }

    /// <summary>The margin CSS attribute.</summary>
    public string? Margin { get => Get(margin); set => Set(margin, value); }

    /// <summary>The max-height CSS attribute.</summary>
    public string? MaxHeight { get => Get(maxHeight); set => Set(maxHeight, value); }

    /// <summary>The max-width CSS attribute.</summary>
    public string? MaxWidth { get => Get(maxWidth); set => Set(maxWidth, value); }

    /// <summary>The min-height CSS attribute.</summary>
    public string? MinHeight { get => Get(minHeight); set => Set(minHeight, value); }

    /// <summary>The min-width CSS attribute.</summary>
    public string? MinWidth { get => Get(minWidth); set => Set(minWidth, value); }

    /// <summary>
    /// The object-fit CSS attribute. One of <c>contain</c>, <c>cover</c>, <c>fill</c>, <c>scale-down</c>, <c>none</c>.
    /// </summary>
    public string? ObjectFit { get => Get(objectFit); set => Set(objectFit, value); }

    /// <summary>The object-position CSS attribute.</summary>
    public string? ObjectPosition { get => Get(objectPosition); set => Set(objectPosition, value); }

    /// <summary>The order CSS attribute.</summary>
    public string? Order { get => Get(order); set => Set(order, value); }

    /// <summary>The overflow CSS attribute.</summary>
    public string? Overflow { get => Get(overflow); set => Set(overflow, value); }

    /// <summary>The padding CSS attribute.</summary>
    public string? Padding { get => Get(padding); set => Set(padding, value); }

    /// <summary>The right CSS attribute.</summary>
    public string? Right { get => Get(right); set => Set(right, value); }

    /// <summary>The top CSS attribute.</summary>
    public string? Top { get => Get(top); set => Set(top, value); }

    /// <summary>
    /// The visibility CSS attribute. One of <c>visible</c>, <c>hidden</c>, <c>inherit</c>, <c>initial</c>, <c>unset</c>.
    /// </summary>
    public string? Visibility { get => Get(visibility); set => Set(visibility, value); }

    /// <summary>The width CSS attribute.</summary>
    public string? Width { get => Get(width); set => Set(width, value); }
}
