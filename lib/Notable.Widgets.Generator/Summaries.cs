namespace Notable.Widgets.Generator;

/// <summary>
/// The documentation of the generated classes: a sentence on each kind, which the specification lacks, and the specification's descriptions
/// of the attributes.
/// </summary>
internal static class Summaries
{
    /// <summary>Returns the summary of a kind.</summary>
    /// <exception cref="KeyNotFoundException">The specification has a kind that is not described here.</exception>
    public static string Of(string className) => sentences[className];

    /// <summary>Returns the summary of an attribute: the specification's description, as a sentence in XML.</summary>
    public static string Of(KindAttribute attribute)
    {
        var help = attribute.Help.Length > 0 ? attribute.Help : Fallback(attribute.Name);
        var sentence = help.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace("None", "null", StringComparison.Ordinal).Replace("If False", "If false", StringComparison.Ordinal);
        sentence = char.ToUpperInvariant(sentence[0]) + sentence[1..];
        return string.Join(' ', new[] { sentence[^1] is '.' or '?' ? sentence : sentence + ".", Words(attribute), Any(attribute) }
            .Where(part => part.Length > 0));
    }

    private static string Words(KindAttribute attribute) => attribute.Words.Count == 0 ? ""
        : $"One of {string.Join(", ", attribute.Words.Where(word => word.Length > 0).Select(word => $"<c>{word}</c>"))}"
            + (attribute.Words.Contains("") ? " or empty." : ".");

    private static string Any(KindAttribute attribute) => attribute.Type.EndsWith("|string", StringComparison.Ordinal) ? "Null is \"any\"." : "";

    private static string Fallback(string name) => name switch
    {
        "layout" => "Size, margins and position",
        "style" => "Styling customizations",
        "allow_duplicates" => "Whether the same tag may occur more than once",
        "allowed_tags" => "The allowed tags; empty for any",
        "placeholder" => "Text shown while the field is empty",
        "format" => "Number format in d3-format notation",
        "min" => "The minimum value; null for none",
        "max" => "The maximum value; null for none",
        "value" => "The selected value; null for none",
        _ => throw new NotSupportedException($"the specification does not describe the attribute {name}; describe it here"),
    };

    private static readonly Dictionary<string, string> sentences = new()
    {
        ["Accordion"] = "Shows its children under headings, one of them expanded at a time.",
        ["Audio"] = "Plays audio.",
        ["BoundedFloatText"] = "A text box for a number between a minimum and a maximum.",
        ["BoundedIntText"] = "A text box for an integer between a minimum and a maximum.",
        ["Box"] = "A container for other widgets.",
        ["Button"] = "A button that runs handlers when it is clicked.",
        ["ButtonStyle"] = "The style of a button.",
        ["Checkbox"] = "A check box.",
        ["CheckboxStyle"] = "The style of a check box.",
        ["ColorPicker"] = "A color picker. Colors are in CSS notation.",
        ["ColorsInput"] = "A list of colors, shown as tags that can be added, removed and reordered.",
        ["Combobox"] = "A text box that suggests options during typing.",
        ["Controller"] = "A game controller connected to the visitor's computer.",
        ["ControllerAxis"] = "An axis of a game controller.",
        ["ControllerButton"] = "A button of a game controller.",
        ["DatePicker"] = "A date picker.",
        ["DatetimePicker"] = "A picker for a date and time in the visitor's time zone.",
        ["DescriptionStyle"] = "The style of a widget with a description beside it.",
        ["DirectionalLink"] = "Sets an attribute of one widget whenever an attribute of another changes. Works in the page, without a round trip to this process.",
        ["Dropdown"] = "A drop-down list that selects one option.",
        ["FileUpload"] = "A button that uploads files.",
        ["FloatLogSlider"] = "A slider with a logarithmic scale: the values are powers of a base.",
        ["FloatProgress"] = "A progress bar for a number.",
        ["FloatRangeSlider"] = "A slider with two handles that selects a range of numbers.",
        ["FloatSlider"] = "A slider that selects a number.",
        ["FloatText"] = "A text box for a number.",
        ["FloatsInput"] = "A list of numbers, shown as tags that can be added, removed and reordered.",
        ["GridBox"] = "Shows its children in a CSS grid, defined by its layout.",
        ["HBox"] = "Shows its children side by side.",
        ["HTML"] = "Shows HTML as it is. Escape text from visitors before showing it.",
        ["HTMLMath"] = "Shows HTML as it is; mathematics between dollar signs may be typeset. Escape text from visitors before showing it.",
        ["HTMLMathStyle"] = "The style of an HTML widget with mathematics.",
        ["HTMLStyle"] = "The style of an HTML widget.",
        ["Image"] = "Shows a picture from the bytes of an encoded file.",
        ["IntProgress"] = "A progress bar for an integer.",
        ["IntRangeSlider"] = "A slider with two handles that selects a range of integers.",
        ["IntSlider"] = "A slider that selects an integer.",
        ["IntText"] = "A text box for an integer.",
        ["IntsInput"] = "A list of integers, shown as tags that can be added, removed and reordered.",
        ["Label"] = "A line of text. HTML in it is shown as text; mathematics between dollar signs may be typeset.",
        ["LabelStyle"] = "The style of a label.",
        ["Layout"] = "The size and position of a widget: CSS box, flex and grid properties in CSS notation (<c>\"50%\"</c>, <c>\"2px solid\"</c>); null for the front end's default.",
        ["Link"] = "Keeps an attribute of one widget equal to an attribute of another. Works in the page, without a round trip to this process.",
        ["Media"] = "Base class of widgets that show the bytes of a file.",
        ["NaiveDatetimePicker"] = "A picker for a date and time without a time zone.",
        ["Output"] = "Shows what code prints and displays.",
        ["Password"] = "A text box that hides what is typed.",
        ["Play"] = "Buttons that start and stop an animation, which increases an integer at regular intervals.",
        ["ProgressStyle"] = "The style of a progress bar.",
        ["RadioButtons"] = "Radio buttons that select one option.",
        ["Select"] = "A list box that selects one option.",
        ["SelectMultiple"] = "A list box that selects any number of options.",
        ["SelectionRangeSlider"] = "A slider with two handles that selects a range of options.",
        ["SelectionSlider"] = "A slider that selects one option.",
        ["SliderStyle"] = "The style of a slider.",
        ["Stack"] = "Shows one of its children at a time.",
        ["Tab"] = "Shows one of its children at a time, selected by tabs.",
        ["TagsInput"] = "A list of texts, shown as tags that can be added, removed and reordered.",
        ["Text"] = "A text box for one line.",
        ["TextStyle"] = "The style of a text box.",
        ["Textarea"] = "A text box for several lines.",
        ["TimePicker"] = "A picker for a time of day.",
        ["ToggleButton"] = "A button that is either on or off; a click switches it.",
        ["ToggleButtonStyle"] = "The style of a toggle button.",
        ["ToggleButtons"] = "A row of buttons that selects one option.",
        ["ToggleButtonsStyle"] = "The style of a row of toggle buttons.",
        ["VBox"] = "Shows its children one below the other.",
        ["Valid"] = "A mark that shows whether something is valid.",
        ["Video"] = "Plays a video.",
    };
}
