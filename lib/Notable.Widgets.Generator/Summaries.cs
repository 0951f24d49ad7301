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
        "layout" => "Size, margins and place among its neighbors",
        "style" => "How it looks",
        "allow_duplicates" => "Whether a tag may be there twice",
        "allowed_tags" => "The tags that may be chosen; empty for any",
        "placeholder" => "Text shown where nothing is entered",
        "format" => "How numbers are written, in the notation of d3-format",
        "min" => "The least value; null for none",
        "max" => "The greatest value; null for none",
        "value" => "What is chosen; null for nothing",
        _ => throw new NotSupportedException($"the specification does not say what {name} is, and neither does this generator"),
    };

    private static readonly Dictionary<string, string> sentences = new()
    {
        ["Accordion"] = "Shows one of its children at a time, under headings that unfold.",
        ["Audio"] = "Plays a sound.",
        ["BoundedFloatText"] = "A field for a number between two bounds.",
        ["BoundedIntText"] = "A field for a whole number between two bounds.",
        ["Box"] = "Holds other widgets.",
        ["Button"] = "A button that runs handlers when it is clicked.",
        ["ButtonStyle"] = "How a button looks.",
        ["Checkbox"] = "A box to tick.",
        ["CheckboxStyle"] = "How a checkbox looks.",
        ["ColorPicker"] = "A choice of a color, as CSS writes it.",
        ["ColorsInput"] = "A list of colors, each a tag that can be added, removed and moved.",
        ["Combobox"] = "A field for text that offers options while one types.",
        ["Controller"] = "A game controller that is plugged in where the page is shown.",
        ["ControllerAxis"] = "An axis of a game controller.",
        ["ControllerButton"] = "A button of a game controller.",
        ["DatePicker"] = "A choice of a day.",
        ["DatetimePicker"] = "A choice of a moment, in the time zone of the person at the page.",
        ["DescriptionStyle"] = "How a control with a description beside it looks.",
        ["DirectionalLink"] = "Keeps an attribute of one widget equal to another's, in the page and in one direction.",
        ["Dropdown"] = "A choice of one option, from a list that unfolds.",
        ["FileUpload"] = "A button by which a person hands in files.",
        ["FloatLogSlider"] = "A slider over powers of a base.",
        ["FloatProgress"] = "A bar that shows how far something is, over numbers.",
        ["FloatRangeSlider"] = "A slider with two handles, over numbers.",
        ["FloatSlider"] = "A slider over numbers.",
        ["FloatText"] = "A field for a number.",
        ["FloatsInput"] = "A list of numbers, each a tag that can be added, removed and moved.",
        ["GridBox"] = "Shows its children in a grid, which its layout describes.",
        ["HBox"] = "Shows its children one beside another.",
        ["HTML"] = "A piece of HTML, shown as it is: text from visitors must be escaped before it gets here.",
        ["HTMLMath"] = "A piece of HTML in which mathematics between dollar signs may be typeset; text from visitors must be escaped before it gets here.",
        ["HTMLMathStyle"] = "How an HTML widget with mathematics looks.",
        ["HTMLStyle"] = "How an HTML widget looks.",
        ["Image"] = "A picture, from an encoded file's bytes.",
        ["IntProgress"] = "A bar that shows how far something is, over whole numbers.",
        ["IntRangeSlider"] = "A slider with two handles, over whole numbers.",
        ["IntSlider"] = "A slider over whole numbers.",
        ["IntText"] = "A field for a whole number.",
        ["IntsInput"] = "A list of whole numbers, each a tag that can be added, removed and moved.",
        ["Label"] = "A line of text; HTML in it is shown as text, mathematics between dollar signs may be typeset.",
        ["LabelStyle"] = "How a label looks.",
        ["Layout"] = "How a widget takes its place: CSS box, flex and grid properties, each written as in CSS (<c>\"50%\"</c>, <c>\"2px solid\"</c>); null leaves it to the front end.",
        ["Link"] = "Keeps an attribute of one widget and one of another equal, in the page.",
        ["Media"] = "What widgets that show a file's bytes have in common.",
        ["NaiveDatetimePicker"] = "A choice of a day and a time without a time zone.",
        ["Output"] = "Shows what code prints and displays.",
        ["Password"] = "A field for a text that is not shown.",
        ["Play"] = "Buttons that move a whole number on at a steady pace.",
        ["ProgressStyle"] = "How a progress bar looks.",
        ["RadioButtons"] = "A choice of one option, all of them in sight.",
        ["Select"] = "A choice of one option, from a list some rows high.",
        ["SelectMultiple"] = "A choice of any number of options, from a list some rows high.",
        ["SelectionRangeSlider"] = "A slider with two handles, over options.",
        ["SelectionSlider"] = "A slider over options.",
        ["SliderStyle"] = "How a slider looks.",
        ["Stack"] = "Shows one of its children at a time.",
        ["Tab"] = "Shows one of its children at a time, chosen by tabs.",
        ["TagsInput"] = "A list of texts, each a tag that can be added, removed and moved.",
        ["Text"] = "A field for a line of text.",
        ["TextStyle"] = "How a field for text looks.",
        ["Textarea"] = "A field for text of several lines.",
        ["TimePicker"] = "A choice of a time of day.",
        ["ToggleButton"] = "A button that stays down until it is clicked again.",
        ["ToggleButtonStyle"] = "How a toggle button looks.",
        ["ToggleButtons"] = "A choice of one option, by buttons of which one is down.",
        ["ToggleButtonsStyle"] = "How a row of toggle buttons looks.",
        ["VBox"] = "Shows its children one below another.",
        ["Valid"] = "A sign that says whether something is as it should be.",
        ["Video"] = "Plays a film.",
    };
}
