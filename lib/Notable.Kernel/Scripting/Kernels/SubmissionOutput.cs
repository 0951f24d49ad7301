using Microsoft.DotNet.Interactive.Events;
using Notable.Display;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Turns the events of a submission into output on a display target, and stores its value.</summary>
internal sealed class SubmissionOutput(IDisplayTarget target)
{
    private readonly List<string> errors = [];

    /// <summary>The value of the last part that has one; null if none has.</summary>
    public MimeBundle? Value { get; private set; }

    /// <summary>Shows an event. Events without output are ignored.</summary>
    public void Take(KernelEvent published)
    {
        switch (published)
        {
            case ReturnValueProduced value when IsShown(value):
                Value = BundleOf(value);
                break;
            case ErrorProduced error:
                errors.Add(error.Message);
                break;
            default:
                Show(published, target);
                break;
        }
    }

    /// <summary>Returns and clears the errors that kernels reported without failing their command.</summary>
    public string TakeErrors()
    {
        var all = string.Join('\n', errors);
        errors.Clear();
        return all;
    }

    /// <summary>Shows one event on a target.</summary>
    public static void Show(KernelEvent published, IDisplayTarget target)
    {
        switch (published)
        {
            case StandardOutputValueProduced text:
                target.Write(OutputStream.Out, BundleOf(text).PlainText);
                break;
            case StandardErrorValueProduced text:
                target.Write(OutputStream.Error, BundleOf(text).PlainText);
                break;
            case DisplayedValueProduced shown when IsShown(shown):
                target.Display(BundleOf(shown), shown.ValueId ?? Guid.NewGuid().ToString("n"));
                break;
            case DisplayedValueUpdated shown:
                target.Update(shown.ValueId, BundleOf(shown));
                break;
            case OutputCleared cleared:
                target.Clear(cleared.Wait);
                break;
        }
    }

    private static bool IsShown(DisplayEvent shown) => shown.FormattedValues.Count == 0 || shown.FormattedValues.Any(one => !one.SuppressDisplay);

    // If the value is a MimeBundle, it is used as is: formatted values would lose its metadata.
    private static MimeBundle BundleOf(DisplayEvent shown) =>
        shown.Value as MimeBundle ?? (shown.FormattedValues.Count > 0 ? MimeBundle.From([.. shown.FormattedValues], shown.Value) : MimeBundle.Of(shown.Value));
}
