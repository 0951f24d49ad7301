using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Notable.Kernel.Polyglot;

/// <summary>A cell has removed what it had shown so far.</summary>
/// <param name="wait">Whether to wait until the next output.</param>
/// <param name="command">The cell's command.</param>
internal sealed class OutputCleared(bool wait, KernelCommand command) : KernelEvent(command)
{
    public bool Wait => wait;
}
