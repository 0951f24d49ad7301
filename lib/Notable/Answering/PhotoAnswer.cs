using System.Globalization;
using System.Net;
using Notable.Imaging;
using Notable.Learning;
using Notable.Widgets;

namespace Notable;

/// <summary>
/// What a model says of a photo: a sentence and the photo, and, folded away until asked for, a bar for each probability and
/// the place that the model looked at. Speaks the visitor's language; made of standard widgets alone, so that it lives in
/// every front end.
/// </summary>
public sealed class PhotoAnswer : Box
{
    private const int ShownSide = 480;
    private readonly AnswerTexts texts = AnswerTexts.Current;
    private readonly Predictor predictor;
    // No label: front ends take what stands between two dollar signs of a label for a formula.
    private readonly HTML sentence = new() { DomClasses = ["photo-answer"] };
    private readonly Image photo = Shown();
    private readonly ToggleButton asksHowSure, asksWhere;
    private readonly HBox questions;
    private readonly HTML bars = new();
    private readonly Image heat = Shown();
    private readonly HTML heatNote = new() { DomClasses = ["photo-answer-scale"] };

    /// <summary>Answers with a model.</summary>
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
        Show(questions, false);
        asksHowSure.Observe("value", _ => ShowBars());
        asksWhere.Observe("value", _ => ShowHeatAsync());
        Forget();
    }

    /// <summary>The last answer; null before the first, and after a file that could not be read.</summary>
    public Prediction? Prediction { get; private set; }

    /// <summary>Answers for a file that a person handed in; a file that is no photo gets a sentence too.</summary>
    public Task ShowAsync(UploadedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ShowAsync(file.Content, file.Name);
    }

    /// <summary>Answers for a picture file's content.</summary>
    /// <param name="file">The bytes, of any format.</param>
    /// <param name="name">How sentences call it.</param>
    public async Task ShowAsync(ReadOnlyMemory<byte> file, string name)
    {
        Forget();
        try
        {
            Say(texts.Looking);
            var place = new Progress(waiting => Say(string.Format(CultureInfo.InvariantCulture, texts.Waiting, waiting)));
            var said = await predictor.PredictShownAsync(file, ShownSide, name, place, small => photo.Value = small).ConfigureAwait(false);
            Prediction = said;
            bars.Value = ProbabilityBars.Of(said, texts);
            Say(texts.Sentence(said));
            Show(questions, true);
            // What was open for the photo before stays open.
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

    // A percent sign stays on the line of its number.
    private void Say(string text) => sentence.Value = WebUtility.HtmlEncode(text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);

    private void Forget()
    {
        (Prediction, photo.Value, heat.Value, bars.Value) = (null, default, default, "");
        foreach (var part in (DOMWidget[])[questions, bars, heat, heatNote])
            Show(part, false);
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

    // Front ends without a style sheet of ours stretch pictures over the whole width.
    private static Image Shown()
    {
        var image = new Image();
        (image.Layout.MaxWidth, image.Layout.AlignSelf, image.Layout.ObjectFit) = ("100%", "flex-start", "contain");
        return image;
    }

    private static void Show(DOMWidget part, bool isShown) => part.Layout.Display = isShown ? null : "none";

    /// <summary>Told on the caller's flow, unlike .NET's own, which would overtake the answer.</summary>
    private sealed class Progress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
