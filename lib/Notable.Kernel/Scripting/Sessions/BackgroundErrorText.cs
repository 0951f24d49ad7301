using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Sessions;

/// <summary>Writes unhandled exceptions to the error stream of the cell whose code threw them.</summary>
/// <param name="target">Receives the text.</param>
/// <param name="sources">The text of the cells, for tracebacks.</param>
internal sealed class BackgroundErrorText(IDisplayTarget target, CellSources sources) : BackgroundErrors.IReceiver
{
    public void Unhandled(Exception error) => Show("An exception was not handled. It was thrown in the background, by a thread, timer or async void method:", error);

    public void Unobserved(Exception error) => Show("A task failed, and nothing awaited it:", error);

    private void Show(string introduction, Exception error) =>
        target.Write(OutputStream.Error, $"{introduction}\n{string.Join('\n', CellTraceback.Of(error, sources))}\n");
}
