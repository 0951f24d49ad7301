using Notable.Display;

namespace Notable.Kernel.Scripting;

/// <summary>Shows unhandled exceptions as text of the error stream, below the cell whose code threw them.</summary>
/// <param name="target">Takes the text.</param>
/// <param name="sources">The cells' text.</param>
internal sealed class BackgroundErrorText(IDisplayTarget target, CellSources sources) : BackgroundErrors.IReceiver
{
    public void Unhandled(Exception error) => Show("An exception was not handled. It was thrown in the background, by a thread, timer or async void method:", error);

    public void Unobserved(Exception error) => Show("A task failed, and nothing awaited it:", error);

    private void Show(string introduction, Exception error) =>
        target.Write(OutputStream.Error, $"{introduction}\n{string.Join('\n', CellTraceback.Of(error, sources))}\n");
}
