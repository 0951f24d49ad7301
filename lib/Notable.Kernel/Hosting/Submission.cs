using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Commands;
using Notable.Kernel.Scripting.Kernels;

namespace Notable.Kernel.Hosting;

/// <summary>A cell that the kernels run: its number, its text and its output.</summary>
/// <param name="Number">Its number, which errors show: <c>cell 3</c>.</param>
/// <param name="Code">Its whole text, of which commands for single kernels get parts.</param>
/// <param name="Output">Receives what it shows, even after it has ended.</param>
internal sealed record Submission(int Number, string Code, SubmissionOutput Output)
{
    /// <summary>The name that errors use for the cell instead of its number.</summary>
    public string? Place { get; init; }

    private static readonly ConditionalWeakTable<KernelCommand, Submission> all = [];

    /// <summary>Makes a command and its child commands part of this submission.</summary>
    public void Attach(KernelCommand command) => all.Add(command, this);

    /// <summary>The submission that a command is part of; null if code sent the command.</summary>
    public static Submission? Of(KernelCommand? command)
    {
        for (; command is not null; command = command.Parent)
            if (all.TryGetValue(command, out var found))
                return found;
        return null;
    }

    /// <summary>Returns the line of the cell, from 0, at which a part of it starts; 0 if unknown.</summary>
    public int LineOf(string part)
    {
        var at = part.Length == 0 ? -1 : Code.IndexOf(part, StringComparison.Ordinal);
        return at <= 0 ? 0 : Code.AsSpan(0, at).Count('\n');
    }
}
