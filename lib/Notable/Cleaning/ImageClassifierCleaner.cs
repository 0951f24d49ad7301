using Notable.Display;
using Notable.Gathering;
using Notable.Imaging;
using Notable.Learning;
using Notable.Widgets;

namespace Notable;

/// <summary>
/// Reviews a data set with a trained model, showing the pictures with the highest loss first: keep, delete, or move to another class. Marks
/// are kept across classes, halves and pages; Apply moves the files, deleted ones to a trash beside the data set, and records each change in a
/// log. Works in every front end with widgets.
/// </summary>
public sealed class ImageClassifierCleaner : IDisplayable
{
    private const int Cards = 12, ThumbnailSide = 240;
    private readonly CleanerPages pages = new(Cards);
    private readonly CleanerCard[] cards;
    private readonly CleanerControls controls;

    /// <summary>Predicts every picture and opens the cleaner.</summary>
    /// <param name="learn">A learner whose pictures are in class folders.</param>
    /// <param name="trouble">Suspicious pictures to show first; null for none.</param>
    /// <param name="cancellation">Stops the predictions.</param>
    /// <exception cref="GatheringException">Another process is changing the folder.</exception>
    public ImageClassifierCleaner(Learner learn, LabelTrouble? trouble = null, CancellationToken cancellation = default)
        : this(CleanerPictures.Open(learn, trouble, cancellation))
    {
    }

    /// <summary>Opens the cleaner on a session.</summary>
    public ImageClassifierCleaner(CleaningSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        Session = session;
        cards = [.. Enumerable.Range(0, Cards).Select(_ => new CleanerCard(session.CanMove ? session.Classes : [], (picture, mark) =>
        {
            session.Set(picture, mark);
            controls!.ShowCounts();
        }))];
        controls = new(session, [.. cards.Select(card => card.View)]);
        controls.OnSwitch(() => Show(page: 0));
        controls.OnTurn(by => Show(pages.Page + by));
        controls.OnUndo(() => Try(Undo));
        controls.OnApply(() => Try(Apply));
        controls.OnPurge(() => Try(() => $"{CleanerText.Pictures(session.Changes.Purge())} deleted permanently."));
        controls.Say(CleanerText.Recovered(session.Recovered));
        Show(page: 0);
    }

    /// <summary>The cleaner without its widgets.</summary>
    public CleaningSession Session { get; }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle()
    {
        var bundle = View.ToMimeBundle();
        // Where widgets can't be shown, this says more than a list of boxes.
        return bundle.With(MimeTypes.Text, bundle.PlainText.Replace(View.ToString(), ToString(), StringComparison.Ordinal));
    }

    /// <summary>Returns a one-line summary: <c>ImageClassifierCleaner(64 pictures of usd100, usd50; 5 suspected)</c>.</summary>
    public override string ToString()
    {
        var suspected = Session.Suspects.Count > 0 ? $"; {Session.Suspects.Count} suspected" : "";
        return $"{nameof(ImageClassifierCleaner)}({CleanerText.Pictures(Session.Pictures.Count)} of {string.Join(", ", Session.Classes)}{suspected})";
    }

    internal VBox View => controls.View;

    private string Undo() => Session.UndoMark() is { } picture ? CleanerText.Marked(picture, Session[picture]) : CleanerText.Reverted(Session.UndoChanges());

    private string Apply() => CleanerText.Applied(Session.Apply(), Session.Changes);

    /// <summary>Performs an action and shows its result.</summary>
    private void Try(Func<string> action)
    {
        try
        {
            controls.Say(action());
        }
        catch (Exception e) when (e is GatheringException or IOException or UnauthorizedAccessException)
        {
            controls.Say($"Nothing was moved: {e.Message}");
        }
        Show(pages.Page);
    }

    private void Show(int page)
    {
        pages.Take(controls.Class is { } name ? Session.In(name, controls.Subset) : Session.SuspectsLeft, page);
        var pictures = pages.Shown;
        var thumbnails = pictures.AsParallel().AsOrdered().Select(picture => Thumbnail(Session.PathOf(picture))).ToArray();
        for (var i = 0; i < cards.Length; i++)
            if (i < pictures.Count)
                cards[i].Show(pictures[i], thumbnails[i], Session[pictures[i]]);
            else
                cards[i].Show(null, null, null);
        controls.ShowPlace(pages);
        controls.ShowCounts();
    }

    private static byte[]? Thumbnail(string path)
    {
        try
        {
            return Thumbnails.Jpeg(File.ReadAllBytes(path), ThumbnailSide, quality: 75);
        }
        catch (Exception e) when (e is ImagingException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
