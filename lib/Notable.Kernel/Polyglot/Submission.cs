using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Commands;

namespace Notable.Kernel.Polyglot;

/// <summary>A cell whose command runs through the kernels: what is known of it beside its code, and where its output goes.</summary>
/// <param name="Number">What errors call it: <c>cell 3</c>.</param>
/// <param name="Code">Its whole text. Commands for single kernels have parts of it.</param>
/// <param name="Output">Takes what it shows, also after it has ended.</param>
internal sealed record Submission(int Number, string Code, SubmissionOutput Output)
{
    /// <summary>What errors call the cell, where it is not its number.</summary>
    public string? Place { get; init; }

    private static readonly ConditionalWeakTable<KernelCommand, Submission> all = [];

    /// <summary>Makes a command and all that come of it parts of this submission.</summary>
    public void Attach(KernelCommand command) => all.Add(command, this);

    /// <summary>The submission that a command is part of; null where a program sent it.</summary>
    public static Submission? Of(KernelCommand? command)
    {
        for (; command is not null; command = command.Parent)
            if (all.TryGetValue(command, out var found))
                return found;
        return null;
    }

    /// <summary>The line of the cell, from 0, that a part of it starts at; 0 where it cannot be told.</summary>
    public int LineOf(string part)
    {
        var at = part.Length == 0 ? -1 : Code.IndexOf(part, StringComparison.Ordinal);
        return at <= 0 ? 0 : Code.AsSpan(0, at).Count('\n');
    }
}
