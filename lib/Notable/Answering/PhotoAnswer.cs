using System.Globalization;
using System.Net;
using Notable.Imaging;
using Notable.Learning;
using Notable.Widgets;

namespace Notable;

/// <summary>
/// Shows a model's prediction for a photo: a sentence and the photo and, initially collapsed, a bar for each probability and a heat map.
/// Uses the visitor's language, and only standard widgets, so that it works in every front end.
/// </summary>
public sealed class PhotoAnswer : Box
{
    private const int ShownSide = 480;
    private readonly AnswerTexts texts = AnswerTexts.Current;
    private readonly Predictor predictor;
    // Not a Label: front ends render text between two dollar signs of a label as a formula.
    private readonly HTML sentence = new() { DomClasses = ["photo-answer"] };
    private readonly Image photo = Shown();
    private readonly ToggleButton asksHowSure, asksWhere;
    private readonly HBox questions;
    private readonly HTML bars = new();
    private readonly Image heat = Shown();
    private readonly HTML heatNote = new() { DomClasses = ["photo-answer-scale"] };

    /// <summary>Creates the widget for a model.</summary>
    /// <param name="predictor">The model.</param>
    public PhotoAnswer(Predictor predictor)
    {
        ArgumentNullException.ThrowIfNull(predictor);
        Layout.FlexFlow = "column";
        this.predictor = predictor;
        asksHowSure = new ToggleButton { Description = texts.HowSure };
        asksWhere = new ToggleButton { Description = texts.WhereItLooked };
        questions = new HBox(asksHowSure, asksWhere);
        Children = [sentence, photo, questions, bars, heatNote, heat];
        asksHowSure.Observe("value", _ => ShowBars());
        asksWhere.Observe("value", _ => ShowHeatAsync());
        Forget();
    }

    /// <summary>The last prediction; null before the first, and after a file that could not be read.</summary>
    public Prediction? Prediction { get; private set; }

    /// <summary>Returns the last answer: <c>PhotoAnswer($100, 97 % sure)</c>.</summary>
    public override string ToString() => $"{nameof(PhotoAnswer)}({Prediction?.Sentence ?? "no photo"})";

    /// <summary>Predicts an uploaded file and shows the result; for a file that is not a photo, shows a sentence that says so.</summary>
    public Task ShowAsync(UploadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ShowAsync(file.Content, file.Name);
    }

    /// <summary>Predicts the content of a picture file and shows the result.</summary>
    /// <param name="file">The bytes of the file, in any format.</param>
    /// <param name="name">The file's name, for the sentences about files that cannot be read.</param>
    public async Task ShowAsync(ReadOnlyMemory<byte> file, string name)
    {
        Forget();
        try
        {
            Say(texts.Looking);
            var place = new Progress(waiting => Say(string.Format(CultureInfo.InvariantCulture, texts.Waiting, waiting)));
            var said = await predictor.PredictShownAsync(file, ShownSide, name, place, ShowPhoto).ConfigureAwait(false);
            Prediction = said;
            bars.Value = ProbabilityBars.Of(said, texts);
            Say(texts.Sentence(said));
            Show(questions, true);
            // Sections that were open for the previous photo stay open.
            ShowBars();
            await ShowHeatAsync().ConfigureAwait(false);
        }
        catch (ImagingException error)
        {
            Say(texts.Sentence(error, name, file.IsEmpty));
        }
        catch (PredictionQueueFullException full)
        {
            Say(texts.Sentence(full));
        }
    }

    // Keeps a percent sign on the line of its number.
    private void Say(string text) => sentence.Value = WebUtility.HtmlEncode(text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);

    private void Forget()
    {
        (Prediction, photo.Value, heat.Value, bars.Value) = (null, default, default, "");
        foreach (var part in (DOMWidget[])[photo, questions, bars, heat, heatNote])
            Show(part, false);
    }

    // Notebooks show an empty picture as a broken one.
    private void ShowPhoto(byte[] small)
    {
        photo.Value = small;
        Show(photo, true);
    }

    private void ShowBars() => Show(bars, asksHowSure.Value && Prediction is not null);

    private async Task ShowHeatAsync()
    {
        var isAsked = asksWhere.Value && Prediction is not null;
        heatNote.Value = ColorBar.Of(texts);
        try
        {
            if (isAsked && heat.Value.IsEmpty)
                heat.Value = await predictor.HeatMapAsync(photo.Value, Prediction!.Answer, ShownSide).ConfigureAwait(false);
        }
        catch (PredictionQueueFullException full)
        {
            heatNote.Value = WebUtility.HtmlEncode(texts.Sentence(full));
        }
        Show(heat, isAsked);
        Show(heatNote, isAsked);
    }

    // Front ends without this style sheet would stretch pictures to the full width.
    private static Image Shown()
    {
        var image = new Image();
        (image.Layout.MaxWidth, image.Layout.AlignSelf, image.Layout.ObjectFit) = ("100%", "flex-start", "contain");
        return image;
    }

    private static void Show(DOMWidget part, bool isShown) => part.Layout.Display = isShown ? null : "none";

    /// <summary>Reports synchronously, unlike .NET's Progress, whose reports could arrive after the answer.</summary>
    private sealed class Progress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
