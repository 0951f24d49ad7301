using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Notable.Kernel.Scripting.Kernels;

/// <summary>Published when a cell removes its outputs.</summary>
/// <param name="wait">Whether to wait until the next output.</param>
/// <param name="command">The cell's command.</param>
internal sealed class OutputCleared(bool wait, KernelCommand command) : KernelEvent(command)
{
    public bool Wait => wait;
}
