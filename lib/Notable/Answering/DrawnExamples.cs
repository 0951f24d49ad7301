using System.Globalization;
using Notable.Imaging;
using Notable.Widgets;

namespace Notable;

/// <summary>Pictures to try an app with when no bill is at hand: generated notes, none of them real.</summary>
public sealed class DrawnExamples : Box
{
    private const int ShownWidth = 160, ShownHeight = 120;
    private static readonly Lazy<IReadOnlyList<Example>> examples = new(() => [Example.Of(50, seed: 5), Example.Of(100, seed: 3)]);

    /// <summary>Creates the examples.</summary>
    /// <param name="answer">The widget that answers photos; it also answers a chosen example.</param>
    public DrawnExamples(PhotoAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        Layout.FlexFlow = "column";
        var texts = AnswerTexts.Current;
        DomClasses = ["drawn-examples"];
        Children = [new Label(texts.TryOne), new HBox([.. examples.Value.Select(example => Choice(example, answer, texts))])];
    }

    private static VBox Choice(Example example, PhotoAnswer answer, AnswerTexts texts)
    {
        var name = string.Format(CultureInfo.InvariantCulture, texts.Drawn, $"${example.Denomination}");
        var button = new Button { Description = $"${example.Denomination}", Tooltip = name };
        // As wide as the picture; in notebooks, buttons have a width of their own.
        button.Layout.Width = "auto";
        button.OnClick(() => answer.ShowAsync(example.File, name));
        var image = new Image { Value = example.Shown, Width = $"{ShownWidth}", Height = $"{ShownHeight}" };
        (image.Layout.Width, image.Layout.Height) = ($"{ShownWidth}px", $"{ShownHeight}px");
        (image.Layout.ObjectFit, image.Layout.Overflow) = ("cover", "hidden");
        // The page's style sheet extends the button over the picture.
        return new VBox(image, button) { DomClasses = ["drawn-example"] };
    }

    private sealed record Example(int Denomination, ReadOnlyMemory<byte> File, ReadOnlyMemory<byte> Shown)
    {
        public static Example Of(int denomination, int seed)
        {
            var file = SampleNotes.Draw(denomination, seed).ToJpeg();
            return new(denomination, file, Thumbnails.Jpeg(file, 2 * ShownWidth));
        }
    }
}
