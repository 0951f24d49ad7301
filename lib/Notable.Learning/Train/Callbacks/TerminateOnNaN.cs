using Notable.Display;

namespace Notable.Learning;

/// <summary>
/// Ends a fit in good order when the loss is no number any more, in place of a <see cref="TrainingException"/>; the reason goes to
/// the error stream.
/// </summary>
public sealed class TerminateOnNaN : Callback
{
    internal override bool Accepts(TrainingException error)
    {
        DisplayTarget.Current.Write(OutputStream.Error, $"training ended: {error.Message}{Environment.NewLine}");
        return true;
    }
}
