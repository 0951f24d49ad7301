using Notable.Display;

namespace Notable.Learning;

/// <summary>
/// Ends a fit normally when the loss becomes NaN or infinite, instead of throwing a <see cref="TrainingException"/>; the reason is written to
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
