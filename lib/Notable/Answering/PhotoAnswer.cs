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
    private readonly Label sentence = new() { DomClasses = ["photo-answer"] };
    private readonly Image photo = new();
    private readonly ToggleButton asksHowSure, asksWhere;
    private readonly HBox questions;
    private readonly HTML bars = new();
    private readonly Image heat = new();
    private readonly Label heatNote = new();

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
        asksHowSure.Observe("value", _ => Show(bars, asksHowSure.Value));
        asksWhere.Observe("value", _ => ShowHeatAsync());
        Fold();
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
            sentence.Value = texts.Looking;
            var place = new Progress(waiting => sentence.Value = string.Format(CultureInfo.InvariantCulture, texts.Waiting, waiting));
            var (said, shown) = await predictor.PredictShownAsync(file, ShownSide, name, place).ConfigureAwait(false);
            (Prediction, photo.Value) = (said, shown);
            bars.Value = Bars(said);
            sentence.Value = texts.Sentence(said);
            Show(questions, true);
        }
        catch (ImagingException error)
        {
            sentence.Value = texts.Sentence(error, name);
        }
        catch (PredictionQueueFullException full)
        {
            sentence.Value = texts.Sentence(full);
        }
    }

    private void Forget()
    {
        (Prediction, photo.Value, heat.Value, bars.Value) = (null, default, default, "");
        Show(questions, false);
        Fold();
    }

    private void Fold()
    {
        (asksHowSure.Value, asksWhere.Value) = (false, false);
        foreach (var part in (DOMWidget[])[bars, heat, heatNote])
            Show(part, false);
    }

    private async Task ShowHeatAsync()
    {
        heatNote.Value = texts.Heat;
        try
        {
            if (asksWhere.Value && heat.Value.IsEmpty && Prediction is { } said)
                heat.Value = await predictor.HeatMapAsync(photo.Value, said.Answer, ShownSide).ConfigureAwait(false);
        }
        catch (PredictionQueueFullException full)
        {
            heatNote.Value = texts.Sentence(full);
        }
        Show(heat, asksWhere.Value);
        Show(heatNote, asksWhere.Value);
    }

    private string Bars(Prediction said)
    {
        var all = said.Probabilities.Select(entry => (Name: LabelText.Of(entry.Key), entry.Value));
        if (said.Neither is { } neither)
            all = all.Append((texts.NeitherWord, neither));
        var rows = from bar in all
                   let name = WebUtility.HtmlEncode(bar.Name)
                   select string.Create(
                       CultureInfo.InvariantCulture,
                       $"""<tr><th scope="row">{name}</th><td><meter min="0" max="1" value="{bar.Value:0.####}" aria-label="{name}"></meter></td><td>{texts.Percent(bar.Value)}</td></tr>""");
        return $"<table class=\"photo-answer-bars\">{string.Concat(rows)}</table>";
    }

    private static void Show(DOMWidget part, bool isShown) => part.Layout.Display = isShown ? null : "none";

    /// <summary>Told on the caller's flow, unlike .NET's own, which would overtake the answer.</summary>
    private sealed class Progress(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
